package org.opora.operations.backup.domain;

import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.opora.operations.shared.SafeFiles;

/**
 * What is inside a backup: a zip of {@code data/...} and {@code keys/...}, and as its last entry a
 * manifest with what it is and with size and SHA-256 of every other entry.
 */
public final class BackupArchive {
  private static final String MANIFEST = "manifest.txt";
  private static final int LARGEST_MANIFEST = 64 << 20;

  private BackupArchive() {}

  /** A file and the name it has inside. */
  public record Source(String name, Path file) {}

  /**
   * Writes the archive and closes the stream.
   *
   * @param facts what the manifest says beside the entries, one line each
   */
  public static void write(OutputStream out, List<Source> sources, Map<String, String> facts)
      throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      zip.setLevel(Deflater.BEST_SPEED);
      StringBuilder manifest = new StringBuilder();
      facts.forEach((name, fact) -> manifest.append(name).append(": ").append(fact).append('\n'));
      manifest.append('\n');
      for (Source source : sources) {
        zip.putNextEntry(new ZipEntry(source.name()));
        MessageDigest digest = SafeFiles.sha256();
        long size = Files.copy(source.file(), new DigestOutputStream(zip, digest));
        zip.closeEntry();
        manifest.append(HexFormat.of().formatHex(digest.digest()));
        manifest.append(' ').append(size).append(' ').append(source.name()).append('\n');
      }
      zip.putNextEntry(new ZipEntry(MANIFEST));
      zip.write(manifest.toString().getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
    }
  }

  /**
   * Unpacks into an empty folder. When this returns, every byte was compared with the manifest and
   * is on disk.
   *
   * @return the facts of the manifest
   * @throws BackupFault when an entry is missing, changed, or not named in the manifest
   */
  public static Map<String, String> unpack(InputStream in, Path folder) throws IOException {
    Map<String, String> found = new LinkedHashMap<>();
    String manifest = null;
    try (ZipInputStream zip = new ZipInputStream(new Unclosed(in), StandardCharsets.UTF_8)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (manifest != null) {
          throw damaged("an entry follows the manifest");
        }
        if (entry.getName().equals(MANIFEST)) {
          manifest = new String(zip.readNBytes(LARGEST_MANIFEST), StandardCharsets.UTF_8);
        } else if (found.put(entry.getName(), unpack(zip, entry.getName(), folder)) != null) {
          throw damaged(entry.getName());
        }
      }
    } catch (ZipException | IllegalArgumentException broken) {
      throw damaged("zip");
    }
    // The end of the zip is not the end of the file: only the last piece proves that all is there.
    in.transferTo(OutputStream.nullOutputStream());
    if (manifest == null) {
      throw damaged("no manifest");
    }
    return compare(manifest, found);
  }

  private static String unpack(InputStream content, String name, Path folder) throws IOException {
    Path file = folder.resolve(name).normalize();
    boolean known = name.startsWith("data/") || name.startsWith("keys/");
    if (!known || name.contains("\\") || !file.startsWith(folder)) {
      throw damaged("name of an entry");
    }
    SafeFiles.createPrivateFolder(folder);
    createFolders(folder, file.getParent());
    SafeFiles.createPrivate(file);
    MessageDigest digest = SafeFiles.sha256();
    long size;
    try (OutputStream out = new DigestOutputStream(Files.newOutputStream(file), digest)) {
      size = content.transferTo(out);
    }
    SafeFiles.force(file);
    return HexFormat.of().formatHex(digest.digest()) + " " + size;
  }

  private static void createFolders(Path top, Path folder) throws IOException {
    if (!folder.equals(top)) {
      createFolders(top, folder.getParent());
      SafeFiles.createPrivateFolder(folder);
    }
  }

  private static Map<String, String> compare(String manifest, Map<String, String> found)
      throws IOException {
    Map<String, String> facts = new LinkedHashMap<>();
    List<String> named = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new java.io.ByteArrayInputStream(manifest.getBytes(StandardCharsets.UTF_8)),
                StandardCharsets.UTF_8))) {
      String line = lines.readLine();
      for (; line != null && !line.isEmpty(); line = lines.readLine()) {
        int colon = line.indexOf(": ");
        if (colon > 0) {
          facts.put(line.substring(0, colon), line.substring(colon + 2));
        }
      }
      for (line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] parts = line.split(" ", 3);
        if (parts.length != 3 || !(parts[0] + " " + parts[1]).equals(found.get(parts[2]))) {
          throw damaged(parts.length == 3 ? parts[2] : "manifest");
        }
        named.add(parts[2]);
      }
    }
    if (named.size() != found.size()) {
      throw damaged("an entry the manifest does not name");
    }
    return facts;
  }

  private static BackupFault damaged(String what) {
    return new BackupFault("backup.damaged", what);
  }

  /** A zip stream closes what it reads from; here something is read after it. */
  private static final class Unclosed extends FilterInputStream {
    Unclosed(InputStream in) {
      super(in);
    }

    @Override
    public void close() {
      // left open on purpose
    }
  }
}
