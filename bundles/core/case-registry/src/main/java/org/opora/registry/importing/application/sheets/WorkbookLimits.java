package org.opora.registry.importing.application.sheets;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.Locale;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * Looks through a workbook before it is read: the reader has no limits, so a small file could make
 * it fill the memory by unpacking to gigabytes, or by naming a column or a text far beyond the
 * last.
 */
final class WorkbookLimits {
  private static final long MOST_UNPACKED = 400L << 20;
  private static final long MOST_STRINGS = 48L << 20;
  private static final int MOST_COLUMNS = 16_384;
  private final XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
  private long unpacked;
  private int strings;
  private long lastString = -1;

  private WorkbookLimits() {
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
  }

  /**
   * @throws UnreadableSheet when it is no workbook, or larger than any register
   */
  static void check(byte[] content) throws IOException {
    try (ZipFile zip =
        ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(content)).get()) {
      WorkbookLimits limits = new WorkbookLimits();
      for (ZipArchiveEntry part : Collections.list(zip.getEntries())) {
        limits.part(zip, part);
      }
      if (limits.lastString >= limits.strings) {
        throw new UnreadableSheet("no-table");
      }
    } catch (XMLStreamException broken) {
      // The parser wraps what its stream throws.
      throw broken.getNestedException() instanceof UnreadableSheet known
          ? known
          : new UnreadableSheet("no-table");
    } catch (UnreadableSheet known) {
      throw known;
    } catch (IOException | RuntimeException broken) {
      throw new UnreadableSheet("no-table");
    }
  }

  private void part(ZipFile zip, ZipArchiveEntry part) throws IOException, XMLStreamException {
    String name = part.getName().toLowerCase(Locale.ROOT);
    long most = name.contains("strings") ? MOST_STRINGS : MOST_UNPACKED;
    try (InputStream in = new Counted(zip.getInputStream(part), most)) {
      if (name.endsWith(".xml")) {
        XMLStreamReader xml = factory.createXMLStreamReader(in);
        while (xml.hasNext()) {
          if (xml.next() == XMLStreamConstants.START_ELEMENT) {
            element(xml);
          }
        }
        xml.close();
      } else {
        in.transferTo(java.io.OutputStream.nullOutputStream());
      }
    }
  }

  private void element(XMLStreamReader xml) throws IOException, XMLStreamException {
    switch (xml.getLocalName()) {
      case "si" -> strings++;
      case "c" -> {
        String place = xml.getAttributeValue(null, "r");
        if (place != null && column(place) > MOST_COLUMNS) {
          throw new UnreadableSheet("no-table");
        }
        if ("s".equals(xml.getAttributeValue(null, "t"))) {
          text(xml);
        }
      }
      default -> {}
    }
  }

  private void text(XMLStreamReader xml) throws XMLStreamException {
    for (int event = xml.next();
        event != XMLStreamConstants.END_ELEMENT || !xml.getLocalName().equals("c");
        event = xml.next()) {
      if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("v")) {
        String index = xml.getElementText().strip();
        lastString = Math.max(lastString, index.isEmpty() ? -1 : Long.parseLong(index));
      }
    }
  }

  private static long column(String place) {
    long column = 0;
    for (int i = 0; i < place.length() && Character.isLetter(place.charAt(i)); i++) {
      column = Math.min(column * 26 + Character.toUpperCase(place.charAt(i)) - 'A' + 1, 1L << 40);
    }
    return column;
  }

  /** Stops unpacking one part, or all of them together, where no register can be that large. */
  private final class Counted extends FilterInputStream {
    private long left;

    Counted(InputStream in, long most) {
      super(in);
      this.left = most;
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      count(read < 0 ? 0 : 1);
      return read;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int read = super.read(into, from, length);
      count(Math.max(read, 0));
      return read;
    }

    private void count(int read) throws IOException {
      left -= read;
      unpacked += read;
      if (left < 0 || unpacked > MOST_UNPACKED) {
        throw new UnreadableSheet("too-long");
      }
    }
  }
}
