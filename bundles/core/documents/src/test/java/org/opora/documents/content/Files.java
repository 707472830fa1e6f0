package org.opora.documents.content;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Files as programs write them, and as those write them who mean no good. */
public final class Files {
  static final String WORD_TYPE =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
  static final String SHEET_TYPE =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

  private Files() {}

  public static byte[] bytes(String latin) {
    return latin.getBytes(StandardCharsets.ISO_8859_1);
  }

  public static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  public static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  public static byte[] picture(String format) throws IOException {
    BufferedImage image = new BufferedImage(80, 60, BufferedImage.TYPE_INT_RGB);
    Graphics2D paper = image.createGraphics();
    paper.setColor(Color.ORANGE);
    paper.fillOval(5, 5, 60, 40);
    paper.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, format, out);
    return out.toByteArray();
  }

  /** A segment of a JPEG. */
  public static byte[] segment(int marker, byte[] data) {
    return ByteBuffer.allocate(4 + data.length)
        .put((byte) 0xFF)
        .put((byte) marker)
        .putShort((short) (data.length + 2))
        .put(data)
        .array();
  }

  /** The segments behind the beginning of a picture. */
  public static byte[] with(byte[] jpeg, byte[]... segments) {
    return joined(
        bytes("\u00FF\u00D8"),
        joined(segments),
        java.util.Arrays.copyOfRange(jpeg, 2, jpeg.length));
  }

  /** What a telephone says: which way up, who, and where; a smaller picture behind it. */
  public static byte[] exif(int orientation, byte[] thumbnail) {
    byte[] owner = bytes("Jana Novakova\0");
    int gps = 8 + 2 + 3 * 12 + 4;
    int words = gps + 2 + 2 * 12 + 4;
    ByteBuffer data = ByteBuffer.allocate(words + owner.length + 24 + thumbnail.length);
    data.put(bytes("MM\0*")).putInt(8).putShort((short) 3);
    entry(data, 0x0112, 3, 1, orientation << 16);
    entry(data, 0x013B, 2, owner.length, words);
    entry(data, 0x8825, 4, 1, gps);
    data.putInt(0);
    data.putShort((short) 2);
    entry(data, 1, 2, 2, 'N' << 24);
    entry(data, 2, 5, 3, words + owner.length);
    data.putInt(0).put(owner);
    for (int part : new int[] {50, 5, 30}) {
      data.putInt(part).putInt(1);
    }
    data.put(thumbnail);
    return data.array();
  }

  private static void entry(ByteBuffer data, int tag, int type, int count, int value) {
    data.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
  }

  static byte[] chunk(String name, byte[] data) {
    byte[] named = joined(bytes(name), data);
    CRC32 sum = new CRC32();
    sum.update(named);
    return ByteBuffer.allocate(12 + data.length)
        .putInt(data.length)
        .put(named)
        .putInt((int) sum.getValue())
        .array();
  }

  /** The chunks behind the first one of a picture. */
  static byte[] chunks(byte[] png, byte[]... chunks) {
    int first = 8 + 25;
    return joined(
        java.util.Arrays.copyOf(png, first),
        joined(chunks),
        java.util.Arrays.copyOfRange(png, first, png.length));
  }

  static byte[] zip(Map<String, byte[]> parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
      }
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
    return out.toByteArray();
  }

  static Map<String, byte[]> unzipped(byte[] zip) throws IOException {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        parts.put(entry.getName(), in.readAllBytes());
      }
    }
    return parts;
  }

  static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  /** A picture of so many bytes: the data of it goes on and on. */
  static byte[] vast(byte[] jpeg, int bytes) {
    return joined(
        java.util.Arrays.copyOf(jpeg, jpeg.length - 2), new byte[bytes], bytes("\u00FF\u00D9"));
  }

  /** The least a document of Word or Excel has. */
  static Map<String, byte[]> office(String type, String main, String xml) {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    parts.put("[Content_Types].xml", types(type, main, ""));
    parts.put("_rels/.rels", utf8(relations("officeDocument", main, "")));
    parts.put(main, utf8(xml));
    return parts;
  }

  static byte[] types(String type, String main, String more) {
    return utf8(
        ("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                + "<Override PartName=\"/%s\" ContentType=\"%s\"/>%s</Types>")
            .formatted(main, type, more));
  }

  static String relations(String kind, String target, String mode) {
    return ("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            + "<Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/"
            + "2006/relationships/%s\" Target=\"%s\"%s/></Relationships>")
        .formatted(kind, target, mode);
  }

  static Map<String, byte[]> docx() {
    return office(
        WORD_TYPE,
        "word/document.xml",
        "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
            + "<w:body><w:p><w:r><w:t>Dopis</w:t></w:r></w:p></w:body></w:document>");
  }

  static Map<String, byte[]> xlsx() {
    return office(SHEET_TYPE, "xl/workbook.xml", "<workbook/>");
  }

  static Map<String, byte[]> odt() {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    parts.put("mimetype", bytes("application/vnd.oasis.opendocument.text"));
    parts.put("content.xml", utf8("<office/>"));
    parts.put("META-INF/manifest.xml", utf8("<manifest/>"));
    return parts;
  }

  static Map<String, byte[]> plus(Map<String, byte[]> parts, String name, byte[] content) {
    parts.put(name, content);
    return parts;
  }

  static byte[] pdf() {
    return bytes(
        "%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n1 0 obj\n<<>>\nendobj\nstartxref\n9\n%%EOF\n");
  }

  /** Signed data; its content is left out when it lies beside. */
  static byte[] signed(byte[] content) {
    byte[] data = der(6, bytes("\u002a\u0086\u0048\u0086\u00f7\r\u0001\u0007\u0001"));
    byte[] inside = content == null ? data : joined(data, der(0xA0, der(4, content)));
    byte[] signer = der(0x30, der(2, new byte[] {1}));
    byte[] whole =
        der(
            0x30,
            joined(
                der(2, new byte[] {1}),
                der(0x31, der(0x30, new byte[0])),
                der(0x30, inside),
                der(0x31, signer)));
    return der(
        0x30,
        joined(
            der(6, bytes("\u002a\u0086\u0048\u0086\u00f7\r\u0001\u0007\u0002")), der(0xA0, whole)));
  }

  /** The same as whoever signs a stream writes it: without lengths, the content in pieces. */
  static byte[] streamed(byte[] content) {
    byte[] data = der(6, bytes("\u002a\u0086\u0048\u0086\u00f7\r\u0001\u0007\u0001"));
    byte[] octets = open(0x24, joined(der(4, content), der(4, content)));
    byte[] whole =
        open(
            0x30,
            joined(
                der(2, new byte[] {1}),
                der(0x31, der(0x30, new byte[0])),
                open(0x30, joined(data, open(0xA0, octets))),
                der(0x31, der(0x30, new byte[0]))));
    return open(
        0x30,
        joined(
            der(6, bytes("\u002a\u0086\u0048\u0086\u00f7\r\u0001\u0007\u0002")),
            open(0xA0, whole)));
  }

  /** What calls itself signed data and is nothing but very many empty parts. */
  static byte[] signedParts(int bytes) {
    byte[] parts = parts(bytes);
    return der(
        0x30,
        joined(
            der(6, bytes("\u002a\u0086\u0048\u0086\u00f7\r\u0001\u0007\u0002")),
            der(0xA0, der(0x30, parts))));
  }

  /** The same in each other and without lengths, so that each is walked through by all around. */
  static byte[] streamedParts(int bytes) {
    byte[] parts = parts(bytes);
    for (int i = 0; i < 30; i++) {
      parts = open(0x24, parts);
    }
    byte[] data = der(6, bytes("\u002a\u0086\u0048\u0086\u00f7\r\u0001\u0007\u0001"));
    byte[] whole =
        open(
            0x30,
            joined(
                der(2, new byte[] {1}),
                der(0x31, der(0x30, new byte[0])),
                open(0x30, joined(data, open(0xA0, parts))),
                der(0x31, der(0x30, new byte[0]))));
    return open(
        0x30,
        joined(
            der(6, bytes("\u002a\u0086\u0048\u0086\u00f7\r\u0001\u0007\u0002")),
            open(0xA0, whole)));
  }

  /** A little less, because something stands around them. */
  private static byte[] parts(int bytes) {
    byte[] parts = new byte[bytes - 400];
    for (int at = 0; at < parts.length; at += 2) {
      parts[at] = 4;
    }
    return parts;
  }

  private static byte[] open(int tag, byte[] content) {
    return joined(new byte[] {(byte) tag, (byte) 0x80}, content, new byte[2]);
  }

  private static byte[] der(int tag, byte[] content) {
    byte[] length =
        content.length < 0x80
            ? new byte[] {(byte) content.length}
            : ByteBuffer.allocate(5).put((byte) 0x84).putInt(content.length).array();
    return joined(new byte[] {(byte) tag}, length, content);
  }
}
