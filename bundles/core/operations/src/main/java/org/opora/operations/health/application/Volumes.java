package org.opora.operations.health.application;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Whether a folder lies on an encrypted volume, as Linux tells it: the mount that holds the folder,
 * its block device, and the devices below that one. BitLocker and FileVault tell nothing to a
 * program without a tool of their own.
 *
 * @param root {@code /}, or a picture of it
 */
record Volumes(Path root) {
  /** File systems that encrypt by themselves. */
  private static final Set<String> ENCRYPTING =
      Set.of("ecryptfs", "fuse.gocryptfs", "fuse.encfs", "fuse.cryfs", "fuse.securefs");

  private static final int DEEPEST = 8;

  /** What is known. */
  enum Finding {
    ENCRYPTED,
    OPEN,
    UNKNOWN
  }

  /** One line of {@code mountinfo}. */
  private record Mount(String device, Path point, String type, String source) {}

  Finding of(Path folder) {
    try {
      Mount mount = mount(folder.toRealPath());
      if (mount == null) {
        return Finding.UNKNOWN;
      }
      if (ENCRYPTING.contains(mount.type)) {
        return Finding.ENCRYPTED;
      }
      Path device = device(mount);
      return device == null ? Finding.UNKNOWN : encrypted(device, 0);
    } catch (IOException unreadable) {
      return Finding.UNKNOWN;
    }
  }

  /** The mount that reaches furthest towards the folder; of two in one place the later one. */
  private Mount mount(Path folder) throws IOException {
    Path table = root.resolve("proc/self/mountinfo");
    if (!Files.isReadable(table)) {
      return null;
    }
    Mount found = null;
    for (String line : Files.readAllLines(table)) {
      Mount mount = parsed(line);
      if (mount != null
          && folder.startsWith(mount.point)
          && (found == null || mount.point.startsWith(found.point))) {
        found = mount;
      }
    }
    return found;
  }

  private static Mount parsed(String line) {
    String[] halves = line.split(" - ", 2);
    String[] before = halves[0].split(" ");
    String[] after = halves.length < 2 ? new String[0] : halves[1].split(" ");
    return before.length < 5 || after.length < 2
        ? null
        : new Mount(before[2], Path.of(plain(before[4])), after[0], plain(after[1]));
  }

  /** Blanks in names are written as octal numbers. */
  private static String plain(String written) {
    return written
        .replace("\\040", " ")
        .replace("\\011", "\t")
        .replace("\\012", "\n")
        .replace("\\134", "\\");
  }

  /**
   * By its number; a file system over several devices has none of its own and names one. Null when
   * there is no block device at all, as on a network share.
   */
  private Path device(Mount mount) throws IOException {
    Path numbered = root.resolve("sys/dev/block").resolve(mount.device);
    if (Files.exists(numbered)) {
      return numbered.toRealPath();
    }
    if (!mount.source.startsWith("/dev/")) {
      return null;
    }
    Path named = root.resolve(mount.source.substring(1));
    if (!Files.exists(named)) {
      return null;
    }
    Path known = root.resolve("sys/class/block").resolve(named.toRealPath().getFileName());
    return Files.exists(known) ? known.toRealPath() : null;
  }

  /** The same tool makes volumes that are only checked. */
  private static boolean encrypts(String uuid) {
    return uuid.startsWith("CRYPT-")
        && !uuid.startsWith("CRYPT-VERITY-")
        && !uuid.startsWith("CRYPT-INTEGRITY-");
  }

  /** A volume over others is as open as the most open one below it. */
  private Finding encrypted(Path device, int depth) throws IOException {
    Path uuid = device.resolve("dm/uuid");
    if (Files.isReadable(uuid) && encrypts(Files.readString(uuid))) {
      return Finding.ENCRYPTED;
    }
    List<Path> below = below(device);
    if (below.isEmpty() || depth == DEEPEST) {
      return Finding.OPEN;
    }
    for (Path slave : below) {
      if (encrypted(slave.toRealPath(), depth + 1) != Finding.ENCRYPTED) {
        return Finding.OPEN;
      }
    }
    return Finding.ENCRYPTED;
  }

  /** The devices below; a partition has those of its disk. */
  private static List<Path> below(Path device) throws IOException {
    List<Path> below = new ArrayList<>();
    if (Files.isDirectory(device.resolve("slaves"))) {
      try (DirectoryStream<Path> slaves = Files.newDirectoryStream(device.resolve("slaves"))) {
        slaves.forEach(below::add);
      }
    }
    if (Files.exists(device.resolve("partition"))) {
      below.add(device.getParent());
    }
    return below;
  }
}
