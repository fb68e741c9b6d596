package faultfs

import (
	"fmt"
	"io"
	"log"
	"os"
	"os/exec"
	"syscall"

	"github.com/hanwen/go-fuse/v2/fuse"
)

// usable says why nothing can be mounted here, nil if it can be tried.
func usable() error {
	if os.Geteuid() != 0 {
		return fmt.Errorf("mounting needs root: %w", syscall.EPERM)
	}
	f, err := os.OpenFile("/dev/fuse", os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return f.Close()
}

// watch starts a shell that takes the mount away should this process end
// without doing so. Where there is no shell, nobody watches.
func watch(dir string) (stop func()) {
	shell := exec.Command("/bin/sh", "-c", `read _; umount -l "$1"`, "sh", dir)
	shell.Dir = "/"
	shell.SysProcAttr = &syscall.SysProcAttr{Setpgid: true} // outlives Ctrl-C
	end, err := shell.StdinPipe()
	if err != nil {
		return func() {}
	}
	if err := shell.Start(); err != nil {
		end.Close()
		return func() {}
	}
	return func() {
		_ = shell.Process.Kill()
		_ = shell.Wait()
	}
}

// connect mounts fs at dir and serves it.
func connect(fs *FS, dir string) (connection, error) {
	s := &session{
		RawFileSystem: fuse.NewDefaultRawFileSystem(),
		fs:            fs, dir: dir,
		closed: make(chan struct{}), done: make(chan struct{}), listings: map[uint64][]fuse.DirEntry{},
	}
	server, err := fuse.NewServer(s, dir, &fuse.MountOptions{
		Name:              "faultfs",
		FsName:            "faultfs",
		DirectMountStrict: true,
		AllowOther:        true,
		Options:           []string{"default_permissions"},
		// What is cached stays cached, as with a disk; sizes are asked for
		// each time.
		ExplicitDataCacheControl: true,
		DisableXAttrs:            true,
		DisableReadDirPlus:       true,
		Logger:                   log.New(io.Discard, "", 0), // calls cut off are no news
	})
	if err != nil {
		if err == syscall.EPERM || err == syscall.ENODEV { // a container without the right, a kernel without FUSE
			err = fmt.Errorf("%w: %w", ErrUnavailable, err)
		}
		return nil, err
	}
	s.server = server
	go func() {
		defer close(s.done)
		server.Serve()
	}()
	if err := server.WaitMount(); err != nil {
		_ = s.detach(true)
		return nil, err
	}
	return s, nil
}

// detach ends the session. Aborting first is what makes it certain: nothing
// waits for an answer, nobody's open file keeps the mount.
func (s *session) detach(abort bool) error {
	err := error(syscall.EBUSY)
	if !abort {
		err = syscall.Unmount(s.dir, 0)
	}
	s.fs.mu.Lock()
	if !s.dead {
		s.dead = true
		close(s.closed)
	}
	s.fs.mu.Unlock()
	if err == syscall.EBUSY {
		err = syscall.Unmount(s.dir, syscall.MNT_FORCE|syscall.MNT_DETACH)
	}
	if err == syscall.EINVAL || err == syscall.ENOENT {
		err = nil // somebody else took it away
	}
	if err == nil {
		<-s.done
	}
	return err
}

func (s *session) forget(nodes []uint64) {
	for _, id := range nodes {
		s.server.InodeNotify(id, 0, 0)
	}
}
