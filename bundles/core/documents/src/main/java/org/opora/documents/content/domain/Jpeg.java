package org.opora.documents.content.domain;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.opora.documents.content.domain.ContentFault.Reason;

/**
 * A JPEG without what the camera and programs say about it: place, time, owner, a smaller picture
 * of what was cut away. Whole segments are left out and nothing is decoded, so no picture gets
 * worse. What comes after the picture is left out, too.
 */
final class Jpeg {
  private static final String ICC = "ICC_PROFILE\0";
  private static final String EXIF = "Exif\0\0";
  private static final int JFIF_LENGTH = 14;
  private static final int ADOBE_LENGTH = 12;
  private final byte[] in;
  private final ByteArrayOutputStream jfif = new ByteArrayOutputStream();
  private final ByteArrayOutputStream rest = new ByteArrayOutputStream();
  private int at = 2;
  private int orientation = 1;
  private boolean frame;
  private boolean scan;

  private Jpeg(byte[] in) {
    this.in = in;
  }

  static boolean is(byte[] in) {
    return Bytes.begins(in, "\u00FF\u00D8\u00FF");
  }

  static byte[] cleaned(byte[] in) throws ContentFault {
    Jpeg jpeg = new Jpeg(in);
    jpeg.read();
    return jpeg.written();
  }

  private void read() throws ContentFault {
    for (int marker = marker(); marker != 0xD9; marker = marker()) {
      if (marker < 0xC0 || marker >= 0xD0 && marker <= 0xD8) {
        throw new ContentFault(Reason.DAMAGED);
      }
      int length = Bytes.u16(in, at) - 2;
      int from = at + 2;
      if (length < 0 || from + length > in.length) {
        throw new ContentFault(Reason.DAMAGED);
      }
      at = from + length;
      segment(marker, from, length);
    }
    if (!frame || !scan) {
      throw new ContentFault(Reason.DAMAGED);
    }
  }

  private int marker() throws ContentFault {
    if (Bytes.u8(in, at++) != 0xFF) {
      throw new ContentFault(Reason.DAMAGED);
    }
    int marker = Bytes.u8(in, at++);
    while (marker == 0xFF) {
      marker = Bytes.u8(in, at++);
    }
    return marker;
  }

  private void segment(int marker, int from, int length) throws ContentFault {
    switch (marker) {
      case 0xE0 -> {
        if (jfif.size() == 0 && Bytes.at(in, from, "JFIF\0") && length >= JFIF_LENGTH) {
          byte[] head = Arrays.copyOfRange(in, from, from + JFIF_LENGTH);
          // Without the smaller picture.
          head[JFIF_LENGTH - 2] = 0;
          head[JFIF_LENGTH - 1] = 0;
          write(jfif, marker, head);
        }
      }
      case 0xE1 -> {
        if (Bytes.at(in, from, EXIF) && !Orientation.turned(orientation)) {
          orientation = Orientation.of(Arrays.copyOfRange(in, from + EXIF.length(), from + length));
        }
      }
      case 0xE2 -> {
        if (Bytes.at(in, from, ICC)) {
          keep(marker, from, length);
        }
      }
      case 0xEE -> {
        if (Bytes.at(in, from, "Adobe") && length >= ADOBE_LENGTH) {
          keep(marker, from, ADOBE_LENGTH);
        }
      }
      case 0xDA -> {
        keep(marker, from, length);
        scan();
      }
      default -> {
        if (frames(marker)) {
          frame(from);
        }
        if (marker < 0xE0) {
          keep(marker, from, length);
        }
      }
    }
  }

  private static boolean frames(int marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
  }

  private void frame(int from) throws ContentFault {
    if (frame) {
      throw new ContentFault(Reason.DAMAGED);
    }
    Points.check(Bytes.u16(in, from + 3), Bytes.u16(in, from + 1));
    frame = true;
  }

  /** Until a marker that is neither part of the data nor a place to begin again. */
  private void scan() throws ContentFault {
    int from = at;
    while (true) {
      if (Bytes.u8(in, at) == 0xFF) {
        int next = Bytes.u8(in, at + 1);
        if (next != 0 && next != 0xFF && (next < 0xD0 || next > 0xD7)) {
          break;
        }
      }
      at++;
    }
    rest.write(in, from, at - from);
    scan = true;
  }

  private void keep(int marker, int from, int length) {
    write(rest, marker, Arrays.copyOfRange(in, from, from + length));
  }

  private static void write(ByteArrayOutputStream out, int marker, byte[] data) {
    out.write(0xFF);
    out.write(marker);
    out.write((data.length + 2) >> 8);
    out.write(data.length + 2);
    out.writeBytes(data);
  }

  private byte[] written() {
    ByteArrayOutputStream out = new ByteArrayOutputStream(in.length);
    out.write(0xFF);
    out.write(0xD8);
    out.writeBytes(jfif.toByteArray());
    if (Orientation.turned(orientation)) {
      ByteArrayOutputStream exif = new ByteArrayOutputStream();
      exif.writeBytes(EXIF.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
      exif.writeBytes(Orientation.tiff(orientation));
      write(out, 0xE1, exif.toByteArray());
    }
    out.writeBytes(rest.toByteArray());
    out.write(0xFF);
    out.write(0xD9);
    return out.toByteArray();
  }
}
