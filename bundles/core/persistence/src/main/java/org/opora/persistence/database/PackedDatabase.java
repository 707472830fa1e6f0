package org.opora.persistence.database;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * The folder of a Derby database that was shut down in order, in one file, with the statements that
 * have to run before anybody works with it. Such a folder needs no recovery and knows nothing of
 * where it lay.
 */
public record PackedDatabase(Path archive) {
  private static final String FIRST_DAY = "first-day.sql";
  private static final String FOLDER = "db/";

  /** Packs a database that nobody has open. */
  public void pack(Path folder, List<String> firstDay) throws IOException {
    Files.createDirectories(archive.toAbsolutePath().getParent());
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(archive))) {
      out.putNextEntry(new ZipEntry(FIRST_DAY));
      out.write(String.join("\n", firstDay).getBytes(StandardCharsets.UTF_8));
      for (Path each : within(folder)) {
        String name = FOLDER + folder.relativize(each).toString().replace('\\', '/');
        if (Files.isDirectory(each)) {
          out.putNextEntry(new ZipEntry(name + "/"));
        } else {
          out.putNextEntry(new ZipEntry(name));
          out.write(content(each));
        }
      }
    }
  }

  private static List<Path> within(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(each -> !each.equals(folder)).sorted().toList();
    }
  }

  /** A comment of Derby says where the folder lay on the machine that wrote it, and when. */
  private static byte[] content(Path file) throws IOException {
    if (!file.endsWith("service.properties")) {
      return Files.readAllBytes(file);
    }
    List<String> lines =
        Files.readAllLines(file, StandardCharsets.ISO_8859_1).stream()
            .filter(line -> !line.startsWith("#"))
            .toList();
    return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.ISO_8859_1);
  }

  /**
   * Unpacks it; when this returns it is on the disk.
   *
   * @param folder which is not there yet
   * @return the statements that have to run
   */
  public List<String> unpack(Path folder) throws IOException {
    Files.createDirectory(folder);
    List<Path> files = new ArrayList<>();
    List<String> firstDay = null;
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(archive))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        if (entry.getName().equals(FIRST_DAY)) {
          firstDay = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } else if (entry.isDirectory()) {
          Files.createDirectory(within(folder, entry));
        } else {
          Path file = within(folder, entry);
          try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)) {
            in.transferTo(out);
          }
          files.add(file);
        }
      }
    }
    if (firstDay == null) {
      throw new IOException(archive + " holds no prepared database");
    }
    // Some thousand small files: asked for side by side, a disk writes many of them out at once.
    try {
      files.parallelStream().forEach(PackedDatabase::force);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return firstDay;
  }

  private Path within(Path folder, ZipEntry entry) throws IOException {
    String name = entry.getName();
    Path place =
        folder.resolve(name.substring(name.startsWith(FOLDER) ? FOLDER.length() : 0)).normalize();
    if (!name.startsWith(FOLDER) || !place.startsWith(folder)) {
      throw new IOException(archive + " holds what belongs to no database: " + name);
    }
    return place;
  }

  private static void force(Path file) {
    try (FileChannel written = FileChannel.open(file, StandardOpenOption.WRITE)) {
      written.force(true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
