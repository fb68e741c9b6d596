package desktop

import (
	"bufio"
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// remote are the file systems of other computers, and shared folders of a
// virtual machine's host, as the kernel and FUSE name them.
var remote = []string{"nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ceph", "coda", "glusterfs", "lustre", "ncpfs",
	"davfs", "vboxsf", "vmhgfs", "fuse.sshfs", "fuse.davfs2", "fuse.rclone", "fuse.glusterfs", "fuse.gvfsd-fuse", "fuse.smbnetfs", "fuse.vmhgfs-fuse"}

func volume(dir string) error {
	table, err := os.ReadFile("/proc/self/mountinfo")
	if err != nil {
		return nil
	}
	kind, device := mountOf(table, dir)
	if slices.Contains(remote, kind) {
		return fmt.Errorf("%s is %w (%s)", dir, ErrNetwork, kind)
	}
	if removable("/sys/dev/block", device) {
		return fmt.Errorf("%s is %w", dir, ErrRemovable)
	}
	return nil
}

// mountOf finds the kind and the device (major:minor) of the file system that
// a folder is on, in a table as proc(5) describes mountinfo.
func mountOf(table []byte, dir string) (kind, device string) {
	unescape := strings.NewReplacer(`\040`, " ", `\011`, "\t", `\012`, "\n", `\134`, `\`)
	longest := -1
	for lines := bufio.NewScanner(bytes.NewReader(table)); lines.Scan(); {
		before, after, found := strings.Cut(lines.Text(), " - ")
		fields, rest := strings.Fields(before), strings.Fields(after)
		if !found || len(fields) < 5 || len(rest) < 1 {
			continue
		}
		at := unescape.Replace(fields[4])
		inside := dir == at || strings.HasPrefix(dir, strings.TrimSuffix(at, "/")+"/")
		// Of two at one place the later covers the earlier.
		if inside && len(at) >= longest {
			longest, kind, device = len(at), rest[0], fields[2]
		}
	}
	return kind, device
}

// removable reports whether a block device can be pulled out: the kernel says
// so of the disk it is on, or the disk hangs on USB.
func removable(devices, device string) bool {
	path, err := filepath.EvalSymlinks(filepath.Join(devices, device))
	if err != nil {
		return false
	}
	if strings.Contains(path, "/usb") {
		return true
	}
	for _, disk := range []string{path, filepath.Dir(path)} {
		if b, err := os.ReadFile(filepath.Join(disk, "removable")); err == nil && strings.TrimSpace(string(b)) == "1" {
			return true
		}
	}
	return false
}
