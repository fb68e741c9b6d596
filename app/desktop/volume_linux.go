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
	kind, device, source := mountOf(table, dir)
	if slices.Contains(remote, kind) {
		return fmt.Errorf("%s is %w (%s)", dir, ErrNetwork, kind)
	}
	// btrfs and the like have a device of their own; what they are on is told
	// by the name of the source.
	if removable(filepath.Join("/sys/dev/block", device)) || removable(filepath.Join("/sys/class/block", filepath.Base(source))) {
		return fmt.Errorf("%s is %w", dir, ErrRemovable)
	}
	return nil
}

// mountOf finds the kind, the device (major:minor) and the source of the file
// system that a folder is on, in a table as proc(5) describes mountinfo.
func mountOf(table []byte, dir string) (kind, device, source string) {
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
			longest, kind, device, source = len(at), rest[0], fields[2], strings.Join(rest[1:min(2, len(rest))], "")
		}
	}
	return kind, device, source
}

// removable reports whether a block device can be pulled out: the kernel says
// so of the disk it is on, or the disk hangs on USB. An encrypted volume is
// what it lies on.
func removable(device string) bool {
	path, err := filepath.EvalSymlinks(device)
	if err != nil {
		return false
	}
	below, _ := filepath.Glob(filepath.Join(path, "slaves", "*"))
	if slices.ContainsFunc(below, removable) {
		return true
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
