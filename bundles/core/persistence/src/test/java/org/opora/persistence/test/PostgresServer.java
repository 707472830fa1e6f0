package org.opora.persistence.test;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A PostgreSQL server for the tests of this JVM: the one of the machine when it has one, else the
 * one that the build brings. It forgets everything at the end, so it need not write anything
 * through. PostgreSQL refuses to run as root; root lends it another user.
 */
public final class PostgresServer {
  private static final AtomicInteger DATABASES = new AtomicInteger();
  private static final String ARCHIVE = "/postgres-linux-x86_64.txz";

  private final Path folder;
  private final Path binaries;
  private final List<String> asUser;
  private final int port;

  private PostgresServer() throws IOException {
    this.folder = Files.createTempDirectory("opora-postgres-");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    this.binaries = binaries();
    String user = "root".equals(System.getProperty("user.name")) ? guest() : null;
    this.asUser =
        user == null
            ? List.of()
            : List.of("setpriv", "--reuid=" + user, "--regid=" + group(user), "--clear-groups");
    this.port = freePort();
    start(user);
  }

  private static final class Holder {
    static final PostgresServer SERVER = create();

    private static PostgresServer create() {
      try {
        return new PostgresServer();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** A fresh, empty database; the server starts with the first one. */
  public static String newDatabase() {
    return Holder.SERVER.create("");
  }

  /**
   * A fresh database with everything that another one holds.
   *
   * @param url of a database that nobody uses at this moment
   */
  static String copyOf(String url) {
    String name = url.substring(url.lastIndexOf('/') + 1, url.indexOf('?'));
    return Holder.SERVER.create(" TEMPLATE " + name);
  }

  private String create(String like) {
    String name = "opora_" + DATABASES.incrementAndGet();
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(url("postgres"));
    try (Connection c = source.getConnection();
        Statement s = c.createStatement()) {
      s.execute("CREATE DATABASE " + name + like);
      return url(name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?user=opora";
  }

  private void start(String user) throws IOException {
    Path data = Files.createDirectory(folder.resolve("data"));
    if (user != null) {
      Files.setOwner(
          data, data.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(user));
    }
    run(
        List.of(
            binaries.resolve("initdb").toString(),
            "-D",
            data.toString(),
            "-U",
            "opora",
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--locale=C",
            "--no-sync"));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(data)));
    run(
        List.of(
            binaries.resolve("pg_ctl").toString(),
            "-D",
            data.toString(),
            "-w",
            "-l",
            data.resolve("server.log").toString(),
            "-o",
            "-p "
                + port
                + " -h 127.0.0.1 -c unix_socket_directories='' -c fsync=off"
                + " -c synchronous_commit=off -c full_page_writes=off -c max_connections=200",
            "start"));
  }

  private void stop(Path data) {
    try {
      run(
          List.of(
              binaries.resolve("pg_ctl").toString(),
              "-D",
              data.toString(),
              "-m",
              "immediate",
              "stop"));
      try (Stream<Path> files = Files.walk(folder)) {
        files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
      }
    } catch (IOException e) {
      // The temporary folder of the machine keeps the rest; the tests are over.
      return;
    }
  }

  private void run(List<String> command) throws IOException {
    List<String> all = new ArrayList<>(asUser);
    all.addAll(command);
    Path log = folder.resolve("command.log");
    Process process =
        new ProcessBuilder(all)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IOException(
            "PostgreSQL did not start: " + String.join(" ", all) + "\n" + Files.readString(log));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private Path binaries() throws IOException {
    Path debian = Path.of("/usr/lib/postgresql");
    if (Files.isDirectory(debian)) {
      try (Stream<Path> versions = Files.list(debian)) {
        Path found =
            versions
                .map(v -> v.resolve("bin"))
                .filter(b -> Files.isExecutable(b.resolve("initdb")))
                .max(Comparator.comparing(Path::toString))
                .orElse(null);
        if (found != null) {
          return found;
        }
      }
    }
    return unpacked();
  }

  private Path unpacked() throws IOException {
    try (InputStream archive = PostgresServer.class.getResourceAsStream(ARCHIVE)) {
      if (archive == null) {
        throw new IOException("There is no PostgreSQL on this machine, and none in the build");
      }
      try (TarArchiveInputStream tar =
          new TarArchiveInputStream(new XZCompressorInputStream(archive))) {
        for (TarArchiveEntry e = tar.getNextEntry(); e != null; e = tar.getNextEntry()) {
          unpack(tar, e, folder.resolve("postgres").resolve(e.getName()).normalize());
        }
      }
    }
    return folder.resolve("postgres").resolve("bin");
  }

  private void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path target)
      throws IOException {
    if (!target.startsWith(folder)) {
      throw new IOException("Not a path inside: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
    } else {
      Files.copy(tar, target);
      if ((entry.getMode() & 0100) != 0) {
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
      }
    }
  }

  private static String guest() throws IOException {
    List<String> users = Files.readAllLines(Path.of("/etc/passwd"));
    return users.stream().anyMatch(u -> u.startsWith("postgres:")) ? "postgres" : "nobody";
  }

  private static String group(String user) throws IOException {
    return Files.readAllLines(Path.of("/etc/passwd")).stream()
        .filter(u -> u.startsWith(user + ":"))
        .map(u -> u.split(":")[3])
        .findFirst()
        .orElseThrow();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
