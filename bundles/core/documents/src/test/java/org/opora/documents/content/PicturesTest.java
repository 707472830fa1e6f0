package org.opora.documents.content;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.opora.documents.content.Files.bytes;
import static org.opora.documents.content.Files.chunk;
import static org.opora.documents.content.Files.joined;
import static org.opora.documents.content.Files.picture;
import static org.opora.documents.content.Files.segment;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.GpsDirectory;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opora.documents.content.application.OfficePackages;
import org.opora.documents.content.domain.ContentFault;
import org.opora.documents.content.domain.Contents;

/** Pictures lose what is said about them, and nothing of what they show. */
class PicturesTest {
  private static final String SECRET = "Novakova";
  private static final Set<String> PLAIN =
      Set.of("JPEG", "JFIF", "Huffman", "PNG-IHDR", "PNG-PLTE", "PNG-pHYs", "PNG-sRGB");
  private final Contents contents = new Contents(new OfficePackages(), Contents.LARGEST);

  private byte[] cleaned(byte[] picture) throws ContentFault {
    Contents.Taken taken = contents.take(picture);
    assertTrue(taken.cleaned());
    return taken.content();
  }

  private static Metadata said(byte[] picture) throws Exception {
    return ImageMetadataReader.readMetadata(new ByteArrayInputStream(picture));
  }

  private static Set<String> kinds(byte[] picture) throws Exception {
    Set<String> kinds = new TreeSet<>();
    for (Directory directory : said(picture).getDirectories()) {
      kinds.add(directory.getName());
    }
    kinds.remove("File Type");
    kinds.removeAll(PLAIN);
    return kinds;
  }

  private static void shows(byte[] picture, byte[] cleaned) throws IOException {
    BufferedImage before = ImageIO.read(new ByteArrayInputStream(picture));
    BufferedImage after = ImageIO.read(new ByteArrayInputStream(cleaned));
    assertArrayEquals(
        ((DataBufferByte) before.getRaster().getDataBuffer()).getData(),
        ((DataBufferByte) after.getRaster().getDataBuffer()).getData());
  }

  private static boolean contains(byte[] picture, String words) {
    return new String(picture, java.nio.charset.StandardCharsets.ISO_8859_1).contains(words);
  }

  private static byte[] telling(int orientation) throws IOException {
    byte[] iptc = joined(bytes("\u001c\u0002\u0050\0\u000c"), bytes("Jan " + SECRET));
    return joined(
        Files.with(
            picture("jpeg"),
            segment(0xE1, joined(bytes("Exif\0\0"), Files.exif(orientation, picture("jpeg")))),
            segment(
                0xE1,
                bytes(
                    "http://ns.adobe.com/xap/1.0/\0<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF"
                        + " xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>"
                        + "<rdf:Description xmlns:dc='http://purl.org/dc/elements/1.1/'"
                        + " dc:creator='"
                        + SECRET
                        + "'/></rdf:RDF></x:xmpmeta>")),
            segment(
                0xED,
                joined(
                    bytes("Photoshop 3.0\0" + "8BIM\u0004\u0004\0\0\0\0\0\u0011"),
                    iptc,
                    new byte[1])),
            segment(0xE2, bytes("MPF\0MM\0*" + SECRET)),
            segment(0xEC, bytes("Ducky\0" + SECRET)),
            segment(0xFE, bytes("Jana " + SECRET))),
        bytes("SEFT " + SECRET),
        picture("jpeg"));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void aPhotographKeepsWhichWayUpItIsAndNothingElse(int orientation) throws Exception {
    byte[] photograph = telling(orientation);
    Metadata before = said(photograph);
    assertTrue(before.containsDirectoryOfType(GpsDirectory.class), "it told where it was taken");
    assertTrue(
        kinds(photograph).containsAll(Set.of("Exif IFD0", "GPS", "XMP", "IPTC", "JpegComment")));
    byte[] cleaned = cleaned(photograph);
    assertFalse(contains(cleaned, SECRET));
    if (orientation == 1) {
      assertEquals(Set.of(), kinds(cleaned));
    } else {
      assertEquals(Set.of("Exif IFD0"), kinds(cleaned));
      ExifIFD0Directory kept = said(cleaned).getFirstDirectoryOfType(ExifIFD0Directory.class);
      assertEquals(orientation, kept.getInt(ExifIFD0Directory.TAG_ORIENTATION));
      assertEquals(1, kept.getTagCount());
    }
    shows(photograph, cleaned);
  }

  @Test
  void aCameraThatWritesTheOtherWayRoundIsUnderstood() throws Exception {
    byte[] little =
        bytes("II*\0\u0008\0\0\0\u0001\0\u0012\u0001\u0003\0\u0001\0\0\0\u0006\0\0\0\0\0\0\0");
    byte[] cleaned =
        cleaned(Files.with(picture("jpeg"), segment(0xE1, joined(bytes("Exif\0\0"), little))));
    ExifIFD0Directory kept = said(cleaned).getFirstDirectoryOfType(ExifIFD0Directory.class);
    assertEquals(6, kept.getInt(ExifIFD0Directory.TAG_ORIENTATION));
  }

  @Test
  void brokenDataOfACameraAreLeftOut() throws Exception {
    for (String exif :
        new String[] {"", "MM", "MM\0*\u00ff\u00ff\u00ff\u00ff", "II*\0\u0008\0\0\0\u00ff\u00ff"}) {
      byte[] cleaned =
          cleaned(Files.with(picture("jpeg"), segment(0xE1, bytes("Exif\0\0" + exif))));
      assertEquals(Set.of(), kinds(cleaned));
    }
  }

  @Test
  void aProgressivePictureAndItsColoursStay() throws Exception {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam progressive = writer.getDefaultWriteParam();
    progressive.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
      writer.setOutput(stream);
      writer.write(
          null,
          new IIOImage(ImageIO.read(new ByteArrayInputStream(picture("png"))), null, null),
          progressive);
    }
    byte[] icc =
        java.awt.color.ICC_Profile.getInstance(java.awt.color.ColorSpace.CS_sRGB).getData();
    byte[] photograph =
        Files.with(
            out.toByteArray(),
            segment(0xE2, joined(bytes("ICC_PROFILE\0\u0001\u0001"), icc)),
            segment(0xFE, bytes(SECRET)));
    byte[] cleaned = cleaned(photograph);
    assertFalse(contains(cleaned, SECRET));
    assertEquals(Set.of("ICC Profile"), kinds(cleaned));
    shows(photograph, cleaned);
  }

  @Test
  void theSmallerPictureInTheHeadIsLeftOut() throws Exception {
    byte[] plain = picture("jpeg");
    byte[] head = bytes("JFIF\0\u0001\u0002\0\0\u0001\0\u0001\u0001\u0001" + "abc");
    byte[] rest = java.util.Arrays.copyOfRange(plain, 20, plain.length);
    byte[] photograph = joined(bytes("\u00FF\u00D8"), segment(0xE0, head), rest);
    byte[] cleaned = cleaned(photograph);
    assertEquals(photograph.length - 3, cleaned.length);
    shows(photograph, cleaned);
  }

  @Test
  void aPngKeepsItsPointsAndLosesItsWords() throws Exception {
    byte[] telling =
        joined(
            Files.chunks(
                picture("png"),
                chunk("tEXt", bytes("Author\0" + SECRET)),
                chunk("iTXt", bytes("XML:com.adobe.xmp\0\0\0\0\0" + SECRET)),
                chunk("zTXt", bytes("Comment\0\0" + SECRET)),
                chunk("tIME", bytes("\u0007\u00ea\u0001\u0001\u0001\u0001\u0001")),
                chunk("eXIf", Files.exif(6, new byte[0])),
                chunk("prVt", bytes(SECRET)),
                chunk("pHYs", bytes("\0\0\u000b\u0013\0\0\u000b\u0013\u0001"))),
            bytes(SECRET));
    assertTrue(kinds(telling).containsAll(Set.of("PNG-tEXt", "PNG-tIME", "Exif IFD0", "GPS")));
    byte[] cleaned = cleaned(telling);
    assertFalse(contains(cleaned, SECRET));
    assertEquals(Set.of("Exif IFD0"), kinds(cleaned));
    ExifIFD0Directory kept = said(cleaned).getFirstDirectoryOfType(ExifIFD0Directory.class);
    assertEquals(6, kept.getInt(ExifIFD0Directory.TAG_ORIENTATION));
    assertEquals(1, kept.getTagCount());
    assertTrue(contains(cleaned, "pHYs"));
    shows(telling, cleaned);
  }
}
