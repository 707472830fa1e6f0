package org.opora.documents.content.domain;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.opora.documents.content.domain.ContentFault.Reason;

/** Decides what a file is by what is in it; whatever it does not know stays outside. */
public final class Contents {
  /** Bytes of the largest file. */
  public static final int LARGEST = 20 << 20;

  private static final int HEAD = 1_024;
  private static final Pattern PAGE = Pattern.compile("<(html|script|svg|!doctype)");

  private record Outside(Reason reason, int at, String head) {
    Outside(Reason reason, String head) {
      this(reason, 0, head);
    }
  }

  private static final List<Outside> OUTSIDE =
      List.of(
          new Outside(Reason.EXECUTABLE, "MZ"),
          new Outside(Reason.EXECUTABLE, "\u007fELF"),
          new Outside(Reason.EXECUTABLE, "\u00ca\u00fe\u00ba\u00be"),
          new Outside(Reason.EXECUTABLE, "\u00cf\u00fa\u00ed\u00fe"),
          new Outside(Reason.EXECUTABLE, "L\0\0\0\u0001\u0014\u0002\0"),
          new Outside(Reason.ARCHIVE, "Rar!"),
          new Outside(Reason.ARCHIVE, "7z\u00bc\u00af"),
          new Outside(Reason.ARCHIVE, "\u001f\u008b"),
          new Outside(Reason.ARCHIVE, "BZh"),
          new Outside(Reason.ARCHIVE, "\u00fd7zXZ"),
          new Outside(Reason.ARCHIVE, "MSCF"),
          new Outside(Reason.ARCHIVE, "PK\u0005\u0006"),
          new Outside(Reason.ARCHIVE, "PK\u0007\u0008"),
          new Outside(Reason.ARCHIVE, 257, "ustar"),
          new Outside(Reason.MEDIA, "GIF8"),
          new Outside(Reason.MEDIA, "II*\0"),
          new Outside(Reason.MEDIA, "MM\0*"),
          new Outside(Reason.MEDIA, "RIFF"),
          new Outside(Reason.MEDIA, "OggS"),
          new Outside(Reason.MEDIA, "ID3"),
          new Outside(Reason.MEDIA, 4, "ftyp"));

  private final Packages packages;
  private final int largest;

  /** Looks into a file that packs others. */
  public interface Packages {
    ContentKind kind(byte[] packed) throws ContentFault;

    /** The same without what is said about who made it and where; the very one when nothing is. */
    byte[] cleaned(byte[] packed) throws ContentFault;
  }

  public Contents(Packages packages, int largest) {
    this.packages = packages;
    this.largest = largest;
  }

  /**
   * @param content as it is kept: of a picture without what is said about it, of a document without
   *     who wrote it
   * @param cleaned whether anything was left out
   */
  public record Taken(ContentKind kind, byte[] content, boolean cleaned) {}

  public Taken take(byte[] content) throws ContentFault {
    if (content.length == 0) {
      throw new ContentFault(Reason.EMPTY);
    }
    if (content.length > largest) {
      throw ContentFault.large(largest >> 20);
    }
    if (picture(content)) {
      ContentKind kind = Jpeg.is(content) ? ContentKind.JPEG : ContentKind.PNG;
      return cleaned(kind, content, cleaned(content));
    }
    ContentKind kind = kind(content);
    return cleaned(kind, content, packed(content) ? packages.cleaned(content) : content);
  }

  /** Whether this begins a picture that can be cleaned. */
  public static boolean picture(byte[] beginning) {
    return Jpeg.is(beginning) || Png.is(beginning);
  }

  /** A picture without what is said about it. */
  public static byte[] cleaned(byte[] picture) throws ContentFault {
    return Jpeg.is(picture) ? Jpeg.cleaned(picture) : Png.cleaned(picture);
  }

  private static boolean packed(byte[] content) {
    return Bytes.begins(content, "PK\u0003\u0004");
  }

  private static Taken cleaned(ContentKind kind, byte[] content, byte[] kept) {
    return new Taken(kind, kept, !java.util.Arrays.equals(content, kept));
  }

  private ContentKind kind(byte[] content) throws ContentFault {
    if (Bytes.begins(content, "%PDF-")) {
      pdf(content);
      return ContentKind.PDF;
    }
    for (Outside one : words(content) ? List.<Outside>of() : OUTSIDE) {
      if (Bytes.at(content, one.at(), one.head())) {
        throw new ContentFault(one.reason());
      }
    }
    if (Bytes.begins(content, "\u00d0\u00cf\u0011\u00e0")) {
      throw new ContentFault(office(content));
    }
    // Those who read a PDF look for its beginning some way into the file.
    if (Bytes.text(content, 0, HEAD).contains("%PDF-")) {
      throw new ContentFault(Reason.TWO_KINDS);
    }
    if (packed(content)) {
      return packages.kind(content);
    }
    Optional<ContentKind> signed = Cms.kind(content);
    return signed.isPresent() ? signed.get() : Words.kind(content);
  }

  /** Whether it may be words, which begin with whatever letters they like. */
  private static boolean words(byte[] content) {
    for (int at = 0; at < Math.min(content.length, HEAD); at++) {
      if (content[at] >= 0 && content[at] < ' ' && "\t\n\f\r".indexOf(content[at]) < 0) {
        return false;
      }
    }
    return true;
  }

  /** Its end is where it says, and no other file begins or ends where it does. */
  private static void pdf(byte[] content) throws ContentFault {
    int length = content.length;
    if (PAGE.matcher(Bytes.text(content, 0, HEAD).toLowerCase(Locale.ROOT)).find()
        || endsAsArchive(content)) {
      throw new ContentFault(Reason.TWO_KINDS);
    }
    String end = Bytes.text(content, length - HEAD, length);
    if (!end.contains("%%EOF")
        || !Bytes.text(content, length - 2 * HEAD, length).contains("startxref")) {
      throw new ContentFault(Reason.DAMAGED);
    }
  }

  /** An archive is read from its end, so it may stand behind anything. */
  private static boolean endsAsArchive(byte[] content) {
    int least = Math.max(0, content.length - 22 - 65_535);
    for (int at = content.length - 22; at >= least; at--) {
      if (Bytes.at(content, at, "PK\u0005\u0006")) {
        int comment = content[at + 20] & 0xFF | (content[at + 21] & 0xFF) << 8;
        if (at + 22 + comment == content.length) {
          return true;
        }
      }
    }
    return false;
  }

  /** A document of today that was locked with a password looks like one of old. */
  private static Reason office(byte[] content) {
    String name = "EncryptedPackage".replaceAll("(.)", "$1\0");
    return Bytes.text(content, 0, content.length).contains(name)
        ? Reason.ENCRYPTED
        : Reason.OLD_OFFICE;
  }
}
