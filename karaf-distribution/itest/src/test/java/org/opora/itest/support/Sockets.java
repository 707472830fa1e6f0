package org.opora.itest.support;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the kernel knows of the doors that processes hold open to a network. */
public final class Sockets {
  private static final int LOCAL_ADDRESS = 1;
  private static final int STATE = 3;
  private static final int INODE = 9;

  /** A TCP socket that listens; a UDP socket that anybody may send to. */
  private static final Set<String> OPEN = Set.of("0A", "07");

  private Sockets() {}

  /** The open doors of these processes, such as {@code tcp 127.0.0.1:8181}. */
  public static Set<String> openedBy(Stream<ProcessHandle> processes) {
    Set<String> open = new TreeSet<>();
    processes.forEach(process -> open.addAll(openedBy(Path.of("/proc", "" + process.pid()))));
    return open;
  }

  private static Set<String> openedBy(Path process) {
    try {
      Set<String> own = inodes(process.resolve("fd"));
      Set<String> open = new TreeSet<>();
      for (String table : List.of("tcp", "tcp6", "udp", "udp6")) {
        Files.readAllLines(process.resolve("net").resolve(table)).stream()
            .skip(1)
            .map(line -> line.strip().split("\\s+"))
            .filter(columns -> OPEN.contains(columns[STATE]) && own.contains(columns[INODE]))
            .map(columns -> table.substring(0, 3) + " " + address(columns[LOCAL_ADDRESS]))
            .forEach(open::add);
      }
      return open;
    } catch (NoSuchFileException ended) {
      return Set.of();
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static Set<String> inodes(Path descriptors) throws IOException {
    List<Path> all;
    try (Stream<Path> listed = Files.list(descriptors)) {
      all = listed.collect(Collectors.toList());
    }
    Set<String> inodes = new HashSet<>();
    for (Path one : all) {
      try {
        String target = Files.readSymbolicLink(one).toString();
        if (target.startsWith("socket:[")) {
          inodes.add(target.substring("socket:[".length(), target.length() - 1));
        }
      } catch (NoSuchFileException closed) {
        // Whatever is closed while one looks is no door that stays open.
      }
    }
    return inodes;
  }

  /** The kernel writes words of four bytes, each backwards, then the port. */
  static String address(String written) {
    String[] parts = written.split(":");
    byte[] bytes = new byte[parts[0].length() / 2];
    for (int i = 0; i < bytes.length; i++) {
      int at = i / 4 * 4 + 3 - i % 4;
      bytes[i] = (byte) Integer.parseInt(parts[0].substring(2 * at, 2 * at + 2), 16);
    }
    try {
      return InetAddress.getByAddress(bytes).getHostAddress()
          + ":"
          + Integer.parseInt(parts[1], 16);
    } catch (UnknownHostException never) {
      throw new IllegalStateException(never);
    }
  }
}
