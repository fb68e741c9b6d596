package desktop

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
)

func TestMountOf(t *testing.T) {
	table, err := os.ReadFile("testdata/mountinfo")
	if err != nil {
		t.Fatal(err)
	}
	for dir, want := range map[string][2]string{
		"/home/pupil/.local/share/vigie":  {"ext4", "259:2"},
		"/homework":                       {"ext4", "259:2"},
		"/home/teacher/data":              {"nfs4", "0:52"},
		"/media/pupil/USB STICK/vigie":    {"vfat", "8:17"},
		"/media/pupil/USB STICK":          {"vfat", "8:17"},
		"/mnt/share/x":                    {"cifs", "0:60"}, // mounted over another
		"/run/user/1000/gvfs/smb-share:x": {"fuse.gvfsd-fuse", "0:61"},
	} {
		if kind, device, _ := mountOf(table, dir); kind != want[0] || device != want[1] {
			t.Errorf("%s: %s on %s, want %v", dir, kind, device, want)
		}
	}
	if kind, _, _ := mountOf([]byte("nonsense\n - \n1 2 3\n"), "/"); kind != "" {
		t.Errorf("nonsense gives %q", kind)
	}
}

func TestRemovable(t *testing.T) {
	sys := t.TempDir()
	disk := func(name, device, flag string) {
		dir := filepath.Join(sys, "devices", name)
		part := filepath.Join(dir, "part1")
		if err := os.MkdirAll(part, 0o700); err != nil {
			t.Fatal(err)
		}
		if flag != "" {
			os.WriteFile(filepath.Join(dir, "removable"), []byte(flag+"\n"), 0o600)
		}
		if err := os.Symlink(part, filepath.Join(sys, device)); err != nil {
			t.Fatal(err)
		}
	}
	disk("pci/ata/sda", "8:1", "0")
	disk("pci/usb2/2-1/sdb", "8:17", "0") // a USB hard disk says it is fixed
	disk("pci/mmc/mmcblk1", "179:1", "1")
	disk("virtual/dm-0", "254:0", "")
	slaves := filepath.Join(sys, "devices/virtual/dm-0/part1/slaves")
	disk("virtual/dm-1", "254:1", "")
	if err := os.MkdirAll(slaves, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(filepath.Join(sys, "8:17"), filepath.Join(slaves, "sdb1")); err != nil {
		t.Fatal(err)
	}
	for device, want := range map[string]bool{"8:1": false, "8:17": true, "179:1": true, "254:0": true, "254:1": false, "0:52": false} {
		if got := removable(filepath.Join(sys, device)); got != want {
			t.Errorf("%s: %t", device, got)
		}
	}
}

func TestCheckVolume(t *testing.T) {
	if err := CheckVolume(filepath.Join(t.TempDir(), "not", "yet", "there")); err != nil {
		if errors.Is(err, ErrNetwork) || errors.Is(err, ErrRemovable) {
			t.Skipf("the tests run on such a volume: %v", err)
		}
		t.Error(err)
	}
}
