package org.opora.operations.health.application;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opora.operations.health.application.Volumes.Finding;

/** Pictures of what a Linux machine says about its disks. */
class VolumesTest {
  @TempDir Path temp;
  private Path root;
  private Path data;
  private final List<String> mounts = new ArrayList<>();

  @BeforeEach
  void machine() throws IOException {
    Path here = temp.toRealPath();
    root = Files.createDirectories(here.resolve("root"));
    data = Files.createDirectories(here.resolve("the data"));
    Files.createDirectories(root.resolve("proc/self"));
    Files.createDirectories(root.resolve("sys/dev/block"));
    Files.createDirectories(root.resolve("sys/class/block"));
    Files.createDirectories(root.resolve("dev"));
    mount("0:5", Path.of("/proc"), "proc", "proc");
    disk("sda", "8:0");
    partition("sda", "sda1", "8:1");
    mount("8:1", Path.of("/"), "ext4", "/dev/sda1");
  }

  private Finding found() {
    return new Volumes(root).of(data);
  }

  private void mount(String device, Path point, String type, String source) throws IOException {
    String at = point.toString().replace(" ", "\\040");
    mounts.add(
        "36 35 " + device + " / " + at + " rw,noatime shared:1 - " + type + " " + source + " rw");
    Files.write(root.resolve("proc/self/mountinfo"), mounts);
  }

  private Path disk(String name, String number) throws IOException {
    return known(Files.createDirectories(root.resolve("sys/devices").resolve(name)), name, number);
  }

  private void partition(String disk, String name, String number) throws IOException {
    Path folder = root.resolve("sys/devices").resolve(disk).resolve(name);
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("partition"), "1\n");
    known(folder, name, number);
  }

  private Path known(Path folder, String name, String number) throws IOException {
    Files.createDirectories(folder.resolve("slaves"));
    Files.createSymbolicLink(root.resolve("sys/dev/block").resolve(number), folder);
    Files.createSymbolicLink(root.resolve("sys/class/block").resolve(name), folder);
    Files.createFile(root.resolve("dev").resolve(name));
    return folder;
  }

  private void mapped(String name, String number, String uuid, String... below) throws IOException {
    Path folder = disk(name, number);
    Files.createDirectories(folder.resolve("dm"));
    Files.writeString(folder.resolve("dm/uuid"), uuid + "\n");
    for (String one : below) {
      Files.createSymbolicLink(
          folder.resolve("slaves").resolve(one),
          root.resolve("sys/class/block").resolve(one).toRealPath());
    }
  }

  @Test
  void aPlainPartitionIsOpen() {
    assertEquals(Finding.OPEN, found());
  }

  @Test
  void aLuksVolumeIsEncrypted() throws IOException {
    mapped("dm-0", "253:0", "CRYPT-LUKS2-0f0f-data", "sda1");
    mount("253:0", data.getParent(), "ext4", "/dev/mapper/data");
    assertEquals(Finding.ENCRYPTED, found());
    mount("8:1", data, "ext4", "/dev/sda1");
    assertEquals(Finding.OPEN, found(), "something open is mounted nearer");
    mount("253:0", data, "ext4", "/dev/mapper/data");
    assertEquals(Finding.ENCRYPTED, found(), "and over it something encrypted");
  }

  @Test
  void aVolumeGroupIsAsOpenAsTheMostOpenDiskBelow() throws IOException {
    mapped("dm-0", "253:0", "CRYPT-LUKS2-0f0f-data", "sda1");
    mapped("dm-1", "253:1", "LVM-abc", "dm-0");
    mount("253:1", data, "xfs", "/dev/mapper/vg-data");
    assertEquals(Finding.ENCRYPTED, found());
    disk("sdb", "8:16");
    mapped("dm-2", "253:2", "LVM-def", "dm-0", "sdb");
    mount("253:2", data, "xfs", "/dev/mapper/vg-both");
    assertEquals(Finding.OPEN, found());
  }

  /** Its number is no block device's; the device is found by its name. */
  @Test
  void aFileSystemOverSeveralDevicesNamesOne() throws IOException {
    mapped("dm-0", "253:0", "CRYPT-LUKS2-0f0f-data", "sda1");
    Files.createDirectories(root.resolve("dev/mapper"));
    Files.createSymbolicLink(root.resolve("dev/mapper/data"), root.resolve("dev/dm-0"));
    mount("0:40", data, "btrfs", "/dev/mapper/data");
    assertEquals(Finding.ENCRYPTED, found());
    mount("0:41", data, "btrfs", "/dev/sda1");
    assertEquals(Finding.OPEN, found());
  }

  @Test
  void aPartitionOfAnEncryptedDiskIsEncrypted() throws IOException {
    mapped("dm-0", "253:0", "CRYPT-PLAIN-whole", "sda");
    partition("dm-0", "dm-0p1", "259:1");
    mount("259:1", data, "ext4", "/dev/dm-0p1");
    assertEquals(Finding.ENCRYPTED, found());
  }

  /** dm-integrity keeps sums of what lies there for everybody to read. */
  @Test
  void aVolumeThatIsOnlyCheckedIsAsOpenAsWhatIsBelow() throws IOException {
    mapped("dm-0", "253:0", "CRYPT-INTEGRITY-sums", "sda1");
    mount("253:0", data, "ext4", "/dev/mapper/sums");
    assertEquals(Finding.OPEN, found());
    mapped("dm-1", "253:1", "CRYPT-LUKS2-0f0f-data", "dm-0");
    mount("253:1", data, "ext4", "/dev/mapper/data");
    assertEquals(Finding.ENCRYPTED, found());
  }

  @Test
  void whatNamesNoDeviceIsNotKnown() throws IOException {
    mount("0:50", data, "nfs4", "server:/export");
    assertEquals(Finding.UNKNOWN, found());
    mount("0:51", data, "zfs", "tank/data");
    assertEquals(Finding.UNKNOWN, found());
    mount("0:52", data, "fuse.gocryptfs", "/home/x/cipher");
    assertEquals(Finding.ENCRYPTED, found());
    Files.delete(root.resolve("proc/self/mountinfo"));
    assertEquals(Finding.UNKNOWN, found(), "another system");
  }
}
