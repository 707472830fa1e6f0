package org.opora.documents.content.application;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.opora.documents.content.domain.ContentFault;
import org.opora.documents.content.domain.ContentFault.Reason;
import org.opora.documents.content.domain.Contents;

/**
 * A document that is an archive, without who wrote it and where its pictures were taken. All other
 * parts are copied as they lie. What somebody signed is left as it is: it would be signed no more.
 */
final class OfficeTraces {
  /** Of a part that is made anew: it is in memory several times. */
  private static final int MOST = 10 << 20;

  private static final int HEAD = 16;

  /** What its properties say of the document itself. */
  private static final PropertyPart DOCUMENT =
      new PropertyPart(2, Set.of("title", "subject", "language"));

  private static final PropertyPart NOTHING = new PropertyPart(2, Set.of());
  private static final PropertyPart OPEN_DOCUMENT =
      new PropertyPart(3, Set.of("title", "subject", "language", "document-statistic"));

  private static final List<String> SIGNED =
      List.of("_xmlsignatures/", "meta-inf/documentsignatures.xml");

  private final byte[] packed;
  private final ZipFile zip;
  private final List<ZipArchiveEntry> entries;
  private final Map<String, PropertyPart> properties = new HashMap<>();

  /**
   * @param zip the same, open
   */
  OfficeTraces(byte[] packed, ZipFile zip) {
    this.packed = packed;
    this.zip = zip;
    this.entries = Collections.list(zip.getEntries());
    properties.put("docprops/core.xml", DOCUMENT);
    properties.put("docprops/app.xml", NOTHING);
    properties.put("docprops/custom.xml", NOTHING);
    properties.put("meta.xml", OPEN_DOCUMENT);
  }

  byte[] without() throws IOException, ContentFault {
    if (entries.stream().map(OfficeTraces::name).anyMatch(OfficeTraces::signs)) {
      return packed;
    }
    try {
      declared();
      // Looked through before anything is written: most documents stay as they are.
      Set<String> changed = new HashSet<>();
      for (ZipArchiveEntry entry : entries) {
        if (changed(entry).isPresent()) {
          changed.add(entry.getName());
        }
      }
      return changed.isEmpty() ? packed : written(changed);
    } catch (XMLStreamException broken) {
      throw new ContentFault(Reason.DAMAGED, broken);
    }
  }

  private static String name(ZipArchiveEntry entry) {
    return entry.getName().toLowerCase(Locale.ROOT);
  }

  private static boolean signs(String name) {
    return SIGNED.stream().anyMatch(name::startsWith);
  }

  /** The parts with properties may be called in another way. */
  private void declared() throws IOException, ContentFault, XMLStreamException {
    ZipArchiveEntry types = zip.getEntry("[Content_Types].xml");
    if (types == null) {
      return;
    }
    XMLStreamReader xml =
        PropertyPart.reading().createXMLStreamReader(new ByteArrayInputStream(bytes(types)));
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamConstants.START_ELEMENT) {
        declared(xml);
      }
    }
  }

  private void declared(XMLStreamReader xml) {
    String type = String.valueOf(xml.getAttributeValue(null, "ContentType"));
    String part = String.valueOf(xml.getAttributeValue(null, "PartName"));
    String ending = "." + xml.getAttributeValue(null, "Extension");
    PropertyPart properties =
        type.endsWith(".core-properties+xml")
            ? DOCUMENT
            : type.endsWith(".extended-properties+xml") || type.endsWith(".custom-properties+xml")
                ? NOTHING
                : null;
    if (properties != null) {
      entries.stream()
          .map(OfficeTraces::name)
          .filter(name -> ("/" + name).equalsIgnoreCase(part) || name.endsWith(ending))
          .forEach(name -> this.properties.put(name, properties));
    }
  }

  /** How the part is kept; empty when as it is. */
  private Optional<byte[]> changed(ZipArchiveEntry entry)
      throws IOException, ContentFault, XMLStreamException {
    PropertyPart known = properties.get(name(entry));
    if (known != null) {
      return known.without(bytes(entry));
    }
    try (InputStream in = zip.getInputStream(entry)) {
      if (!Contents.picture(in.readNBytes(HEAD))) {
        return Optional.empty();
      }
    }
    byte[] picture = bytes(entry);
    byte[] cleaned = Contents.cleaned(picture);
    return Arrays.equals(picture, cleaned) ? Optional.empty() : Optional.of(cleaned);
  }

  private byte[] bytes(ZipArchiveEntry entry) throws IOException, ContentFault {
    try (InputStream in = zip.getInputStream(entry)) {
      byte[] bytes = in.readNBytes(MOST + 1);
      if (bytes.length > MOST) {
        throw new ContentFault(Reason.BOMB);
      }
      return bytes;
    }
  }

  private byte[] written(Set<String> changed) throws IOException, ContentFault, XMLStreamException {
    SeekableInMemoryByteChannel channel = new SeekableInMemoryByteChannel(packed.length);
    try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(channel)) {
      out.setUseZip64(Zip64Mode.Never);
      for (ZipArchiveEntry entry : entries) {
        if (changed.contains(entry.getName())) {
          ZipArchiveEntry next = new ZipArchiveEntry(entry.getName());
          next.setTime(entry.getTime());
          out.putArchiveEntry(next);
          out.write(changed(entry).orElseThrow());
          out.closeArchiveEntry();
        } else {
          try (InputStream raw = zip.getRawInputStream(entry)) {
            out.addRawArchiveEntry(entry, raw);
          }
        }
      }
      out.finish();
      return Arrays.copyOf(channel.array(), (int) channel.position());
    }
  }
}
