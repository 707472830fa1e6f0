package org.opora.documents.pdf.application;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.Map;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The four faces that letters are set in. They are read once and stay until they are closed. */
final class Fonts implements Closeable {
  static final String FAMILY = "Liberation Sans";

  private enum Face {
    REGULAR("Regular", 400, FontStyle.NORMAL),
    BOLD("Bold", 700, FontStyle.NORMAL),
    ITALIC("Italic", 400, FontStyle.ITALIC),
    BOLD_ITALIC("BoldItalic", 700, FontStyle.ITALIC);

    private final String file;
    private final int weight;
    private final FontStyle style;

    Face(String name, int weight, FontStyle style) {
      this.file = "/fonts/LiberationSans-" + name + ".ttf";
      this.weight = weight;
      this.style = style;
    }
  }

  private final Map<Face, TrueTypeFont> fonts = new EnumMap<>(Face.class);
  private final Map<Face, CmapLookup> characters = new EnumMap<>(Face.class);

  Fonts() throws IOException {
    for (Face face : Face.values()) {
      try (InputStream in = Fonts.class.getResourceAsStream(face.file)) {
        TrueTypeFont font =
            new TTFParser().parse(RandomAccessReadBuffer.createBufferFromStream(in));
        fonts.put(face, font);
        characters.put(face, font.getUnicodeCmapLookup());
      } catch (IOException | RuntimeException broken) {
        close();
        throw broken;
      }
    }
  }

  /** Whether every face has it, so that no letter has a gap because of a bold word. */
  boolean have(int character) {
    return characters.values().stream().allMatch(face -> face.getGlyphId(character) != 0);
  }

  /** The part of each face that the document uses goes into it. */
  void into(PDDocument document, PdfRendererBuilder builder) throws IOException {
    for (Map.Entry<Face, TrueTypeFont> one : fonts.entrySet()) {
      Face face = one.getKey();
      builder.useFont(
          new PDFontSupplier(PDType0Font.load(document, one.getValue(), true)),
          FAMILY,
          face.weight,
          face.style,
          true);
    }
  }

  @Override
  public void close() throws IOException {
    for (TrueTypeFont font : fonts.values()) {
      font.close();
    }
    fonts.clear();
    characters.clear();
  }
}
