import struct,sys,zlib
def read_woff(p):
    d=open(p,'rb').read();n=struct.unpack('>H',d[12:14])[0];t={}
    for i in range(n):
        o=44+i*20;tag=d[o:o+4].decode();off,cl,ol,_=struct.unpack('>IIII',d[o+4:o+20])
        raw=d[off:off+cl];t[tag]=zlib.decompress(raw) if cl<ol else raw
    return t,d[4:8]
def gid_of(t,ch):
    cm=t['cmap']
    for i in range(struct.unpack('>H',cm[2:4])[0]):
        off=struct.unpack('>I',cm[8+i*8:12+i*8])[0]
        if struct.unpack('>H',cm[off:off+2])[0]!=4: continue
        s=struct.unpack('>H',cm[off+6:off+8])[0]//2
        U=lambda o,f:struct.unpack(f'>{s}{f}',cm[o:o+2*s])
        e,st,de,ro=U(off+14,'H'),U(off+16+2*s,'H'),U(off+16+4*s,'h'),U(off+16+6*s,'H')
        for k in range(s):
            if st[k]<=ch<=e[k]:
                if ro[k]==0:return (ch+de[k])&0xffff
                p=off+16+6*s+2*k+ro[k]+2*(ch-st[k]);return struct.unpack('>H',cm[p:p+2])[0]
def parse(g):
    nc,=struct.unpack('>h',g[:2]);ends=struct.unpack(f'>{nc}H',g[10:10+2*nc]);p=10+2*nc
    il,=struct.unpack('>H',g[p:p+2]);p+=2+il;n=ends[-1]+1;fl=[]
    while len(fl)<n:
        f=g[p];p+=1;fl.append(f)
        if f&8: fl+= [f]*g[p];p+=1
    def axis(short,same):
        nonlocal p;v=0;out=[]
        for f in fl:
            if f&short: dv=g[p];p+=1;v+=dv if f&same else -dv
            elif not f&same: v+=struct.unpack('>h',g[p:p+2])[0];p+=2
            out.append(v)
        return out
    xs=axis(2,16);ys=axis(4,32);cs=[];a=0
    for e in ends: cs.append([(xs[i],ys[i],fl[i]&1) for i in range(a,e+1)]);a=e+1
    return cs
def build(cs):
    pts=[q for c in cs for q in c];X=[q[0] for q in pts];Y=[q[1] for q in pts];ends=[];a=-1
    for c in cs:a+=len(c);ends.append(a)
    o=struct.pack('>hhhhh',len(cs),min(X),min(Y),max(X),max(Y))+struct.pack(f'>{len(ends)}H',*ends)+struct.pack('>H',0)
    o+=bytes(q[2] for q in pts)
    for k in(0,1):
        v=0
        for q in pts:o+=struct.pack('>h',q[k]-v);v=q[k]
    return o+b'\0'*(-len(o)%4)
def plain_zero(t):
    z=gid_of(t,0x30);n=struct.unpack('>H',t['maxp'][4:6])[0];lf=struct.unpack('>h',t['head'][50:52])[0]
    loca=list(struct.unpack(f'>{n+1}I',t['loca'])) if lf else [2*x for x in struct.unpack(f'>{n+1}H',t['loca'])]
    gl=[t['glyf'][loca[i]:loca[i+1]] for i in range(n)]
    outer,*counters=parse(gl[z])
    box=lambda q:(min(a[0] for a in q),min(a[1] for a in q),max(a[0] for a in q),max(a[1] for a in q))
    O=box(outer);I=box([a for c in counters for a in c])
    sx=(I[2]-I[0])/(O[2]-O[0]);sy=(I[3]-I[1])/(O[3]-O[1])
    inner=[(round(I[0]+(x-O[0])*sx),round(I[1]+(y-O[1])*sy),f) for x,y,f in outer][::-1]
    gl[z]=build([outer,inner])
    off=[0];
    for g in gl: off.append(off[-1]+len(g)+(-len(g)%4))
    t['glyf']=b''.join(g+b'\0'*(-len(g)%4) for g in gl);t['loca']=struct.pack(f'>{n+1}I',*off)
    t['head']=t['head'][:50]+struct.pack('>h',1)+t['head'][52:]
def write_ttf(t,p,kind):
    t['head']=t['head'][:8]+b'\0'*4+t['head'][12:];tags=sorted(t);n=len(tags);e=n.bit_length()-1
    cs=lambda b:sum(struct.unpack(f'>{len(b)//4}I',b))&0xffffffff
    out=kind+struct.pack('>HHHH',n,16<<e,e,n*16-(16<<e));off=12+16*n;body=b''
    for g in tags:
        b=t[g]+b'\0'*(-len(t[g])%4);out+=g.encode()+struct.pack('>III',cs(b),off+len(body),len(t[g]));body+=b
    f=bytearray(out+body);h=f.find(t['head'][:8]+b'\0'*4,12+16*n)
    f[h+8:h+12]=struct.pack('>I',(0xB1B0AFBA-cs(bytes(f)))&0xffffffff);open(p,'wb').write(f)
plain='--plain-zero' in sys.argv;files=[a for a in sys.argv[1:] if a!='--plain-zero']
for src,dst in zip(files[0::2],files[1::2]):
    t,kind=read_woff(src)
    if plain: plain_zero(t)
    write_ttf(t,dst,kind)
