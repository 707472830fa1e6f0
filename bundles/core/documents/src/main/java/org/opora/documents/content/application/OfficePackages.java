package org.opora.documents.content.application;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.opora.documents.content.domain.Bytes;
import org.opora.documents.content.domain.ContentFault;
import org.opora.documents.content.domain.ContentFault.Reason;
import org.opora.documents.content.domain.ContentKind;
import org.opora.documents.content.domain.Contents;

/**
 * Looks through a document that is an archive: every part is unpacked under a limit, and whatever
 * runs, fetches or hides keeps the whole of it outside.
 */
public final class OfficePackages implements Contents.Packages {
  private static final int MOST_PARTS = 4_000;
  private static final long MOST_UNPACKED = 200L << 20;

  /** Of a part that is read: a reader holds a comment or a value as a whole. */
  private static final long MOST_READ = 16L << 20;

  private static final int HEAD = 64;
  private static final String ODT = "application/vnd.oasis.opendocument.text";

  /** A part may be followed by its sums. */
  private static final int SUMS = 24;

  private static final List<String> RUN = List.of("MZ", "\u007fELF", "\u00ca\u00fe\u00ba\u00be");
  private static final List<String> PACKED =
      List.of("PK\u0003\u0004", "\u00d0\u00cf\u0011\u00e0", "Rar!", "7z\u00bc\u00af", "MSCF");

  private final long mostUnpacked;

  public OfficePackages() {
    this(MOST_UNPACKED);
  }

  /**
   * @param mostUnpacked bytes of all parts together
   */
  public OfficePackages(long mostUnpacked) {
    this.mostUnpacked = mostUnpacked;
  }

  @Override
  public ContentKind kind(byte[] packed) throws ContentFault {
    // Counted before they are listed: the list alone would fill the memory.
    if (Bytes.count(packed, "PK\u0001\u0002") > MOST_PARTS) {
      throw new ContentFault(Reason.BOMB);
    }
    try (ZipFile zip =
        ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(packed)).get()) {
      return new Look(packed, zip, mostUnpacked).kind();
    } catch (IOException | RuntimeException broken) {
      throw new ContentFault(Reason.DAMAGED, broken);
    }
  }

  @Override
  public byte[] cleaned(byte[] packed) throws ContentFault {
    try (ZipFile zip =
        ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(packed)).get()) {
      return new OfficeTraces(packed, zip).without();
    } catch (IOException | RuntimeException broken) {
      throw new ContentFault(Reason.DAMAGED, broken);
    }
  }

  private static final class Look {
    private final byte[] packed;
    private final ZipFile zip;
    private final Set<String> names = new HashSet<>();
    private final PartLook parts = new PartLook();
    private long left;
    private String mimetype = "";

    Look(byte[] packed, ZipFile zip, long most) {
      this.left = most;
      this.packed = packed;
      this.zip = zip;
    }

    ContentKind kind() throws IOException, ContentFault {
      List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
      for (ZipArchiveEntry entry : entries) {
        check(entry);
      }
      nothingBetween(entries);
      for (ZipArchiveEntry entry : entries) {
        read(entry);
      }
      boolean odt = mimetype.equals(ODT);
      ContentKind kind = parts.kind();
      if (odt && kind != null) {
        throw new ContentFault(Reason.TWO_KINDS);
      }
      if (odt && names.contains("content.xml")) {
        return ContentKind.ODT;
      }
      if (kind == null) {
        throw new ContentFault(Reason.ARCHIVE);
      }
      return kind;
    }

    /** Its name is told twice, and a program believes the one or the other. */
    private void check(ZipArchiveEntry entry) throws ContentFault {
      byte[] name = entry.getRawName();
      int header = (int) entry.getLocalHeaderOffset();
      boolean told =
          Bytes.at(packed, header, "PK\u0003\u0004")
              && header + 30 + name.length <= packed.length
              && little(header + 26) == name.length
              && Arrays.equals(
                  packed, header + 30, header + 30 + name.length, name, 0, name.length);
      String plain = entry.getName().toLowerCase(Locale.ROOT);
      if (!told || strange(plain) || !names.add(plain)) {
        throw new ContentFault(Reason.DAMAGED);
      }
      if (entry.getGeneralPurposeBit().usesEncryption()) {
        throw new ContentFault(Reason.ENCRYPTED);
      }
      if (!zip.canReadEntryData(entry)) {
        throw new ContentFault(Reason.DAMAGED);
      }
      PartLook.name(plain);
    }

    private static boolean strange(String name) {
      return name.isEmpty()
          || name.startsWith("/")
          || name.contains("\\")
          || name.contains(":")
          || name.indexOf('\0') >= 0
          || ("/" + name + "/").contains("/../");
    }

    /** Parts that no list names would be seen by whoever reads from the beginning. */
    private void nothingBetween(List<ZipArchiveEntry> entries) throws ContentFault {
      long at = 0;
      for (ZipArchiveEntry entry :
          entries.stream()
              .sorted(Comparator.comparingLong(ZipArchiveEntry::getLocalHeaderOffset))
              .toList()) {
        long gap = entry.getLocalHeaderOffset() - at;
        if (gap < 0 || gap > (at == 0 ? 0 : SUMS)) {
          throw new ContentFault(Reason.DAMAGED);
        }
        int header = (int) entry.getLocalHeaderOffset();
        at = header + 30 + little(header + 26) + little(header + 28) + entry.getCompressedSize();
      }
      if (at > packed.length
          || !Bytes.text(packed, (int) at, (int) at + SUMS + 4).contains("PK\u0001\u0002")) {
        throw new ContentFault(Reason.DAMAGED);
      }
    }

    private int little(int at) {
      return packed[at] & 0xFF | (packed[at + 1] & 0xFF) << 8;
    }

    private void read(ZipArchiveEntry entry) throws IOException, ContentFault {
      try (InputStream in = zip.getInputStream(entry)) {
        byte[] head = in.readNBytes(HEAD);
        heads(head);
        if (entry.getName().equals("mimetype")) {
          mimetype = Bytes.text(head, 0, head.length).strip();
        }
        boolean read = PartLook.reads(entry.getName());
        Unpacked part =
            new Unpacked(
                new SequenceInputStream(new ByteArrayInputStream(head), in),
                Math.min(left, read ? MOST_READ : left));
        if (read && head.length > 0) {
          parts.look(part);
        }
        part.transferTo(OutputStream.nullOutputStream());
        left -= part.count();
      } catch (TooLarge bomb) {
        throw new ContentFault(Reason.BOMB, bomb);
      }
    }

    private static void heads(byte[] bytes) throws ContentFault {
      if (RUN.stream().anyMatch(head -> Bytes.begins(bytes, head))) {
        throw new ContentFault(Reason.EXECUTABLE);
      }
      if (PACKED.stream().anyMatch(head -> Bytes.begins(bytes, head))) {
        throw new ContentFault(Reason.NESTED);
      }
    }
  }

  /** Stops where no document can be that large. */
  private static final class Unpacked extends FilterInputStream {
    private final long most;
    private long count;

    Unpacked(InputStream in, long most) {
      super(in);
      this.most = most;
    }

    long count() {
      return count;
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      add(read < 0 ? 0 : 1);
      return read;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int read = super.read(into, from, length);
      add(Math.max(read, 0));
      return read;
    }

    private void add(int read) throws TooLarge {
      count += read;
      if (count > most) {
        throw new TooLarge();
      }
    }
  }

  static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1L;
  }
}
