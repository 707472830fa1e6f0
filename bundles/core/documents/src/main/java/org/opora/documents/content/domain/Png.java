package org.opora.documents.content.domain;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.zip.CRC32;
import org.opora.documents.content.domain.ContentFault.Reason;

/**
 * A PNG with the picture and its colours, without what is said about it. Nothing is decoded; what
 * comes after the picture is left out.
 */
final class Png {
  private static final String HEAD = "\u0089PNG\r\n\u001a\n";
  private static final Set<String> KEPT =
      Set.of(
          "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "cICP",
          "bKGD", "pHYs");
  private static final int AROUND = 12;
  private final byte[] in;
  private final ByteArrayOutputStream out;
  private int orientation = 1;

  private Png(byte[] in) {
    this.in = in;
    this.out = new ByteArrayOutputStream(in.length);
  }

  static boolean is(byte[] in) {
    return Bytes.begins(in, HEAD);
  }

  static byte[] cleaned(byte[] in) throws ContentFault {
    return new Png(in).cleaned();
  }

  private byte[] cleaned() throws ContentFault {
    out.writeBytes(HEAD.getBytes(StandardCharsets.ISO_8859_1));
    String name = "";
    boolean data = false;
    for (int at = HEAD.length(); !name.equals("IEND"); ) {
      long length = Bytes.u32(in, at);
      if (length > in.length - at - AROUND) {
        throw new ContentFault(Reason.DAMAGED);
      }
      int next = at + AROUND + (int) length;
      String former = name;
      name = Bytes.text(in, at + 4, at + 8);
      check(former, name, at, (int) length);
      data |= name.equals("IDAT");
      if (name.equals("IEND") && Orientation.turned(orientation)) {
        chunk("eXIf", Orientation.tiff(orientation));
      }
      if (KEPT.contains(name)) {
        out.write(in, at, next - at);
      }
      at = next;
    }
    if (!data) {
      throw new ContentFault(Reason.DAMAGED);
    }
    return out.toByteArray();
  }

  private void check(String former, String name, int at, int length) throws ContentFault {
    CRC32 sum = new CRC32();
    sum.update(in, at + 4, length + 4);
    boolean first = former.isEmpty();
    if (sum.getValue() != Bytes.u32(in, at + 8 + length) || first != name.equals("IHDR")) {
      throw new ContentFault(Reason.DAMAGED);
    }
    if (first) {
      if (length != 13) {
        throw new ContentFault(Reason.DAMAGED);
      }
      Points.check(Bytes.u32(in, at + 8), Bytes.u32(in, at + 12));
    } else if (name.equals("eXIf")) {
      orientation = Orientation.of(Arrays.copyOfRange(in, at + 8, at + 8 + length));
    } else if (Character.isUpperCase(name.charAt(0)) && !KEPT.contains(name)) {
      // Without it the picture would be another one.
      throw new ContentFault(Reason.DAMAGED);
    }
  }

  private void chunk(String name, byte[] data) {
    byte[] named =
        ByteBuffer.allocate(4 + data.length)
            .put(name.getBytes(StandardCharsets.ISO_8859_1))
            .put(data)
            .array();
    CRC32 sum = new CRC32();
    sum.update(named);
    out.writeBytes(
        ByteBuffer.allocate(AROUND + data.length)
            .putInt(data.length)
            .put(named)
            .putInt((int) sum.getValue())
            .array());
  }
}
