package org.opora.preparation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.opora.api.persistence.spi.Schema;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The schemas that a bundle will contribute, by the descriptions of its components. */
record BundleSchemas(Path jar) {
  private static final String DESCRIPTIONS = "OSGI-INF/";
  private static final String SCRIPTS = "db/";

  /**
   * Names of the classes.
   *
   * @throws IllegalStateException when there are scripts and nobody brings them
   */
  List<String> classes() throws IOException {
    List<String> classes = new ArrayList<>();
    boolean scripts = false;
    try (JarFile open = new JarFile(jar.toFile())) {
      for (JarEntry entry : open.stream().toList()) {
        String name = entry.getName();
        scripts |= name.startsWith(SCRIPTS) && name.endsWith(".sql");
        if (name.startsWith(DESCRIPTIONS) && name.endsWith(".xml")) {
          try (InputStream in = open.getInputStream(entry)) {
            add(classes, in);
          }
        }
      }
    }
    if (scripts && classes.isEmpty()) {
      throw new IllegalStateException(jar + " has scripts, but no component brings its schema");
    }
    return classes;
  }

  private static void add(List<String> classes, InputStream description) throws IOException {
    Element component = root(description);
    NodeList provided = component.getElementsByTagName("provide");
    for (int i = 0; i < provided.getLength(); i++) {
      if (Schema.class.getName().equals(((Element) provided.item(i)).getAttribute("interface"))) {
        Element implementation = (Element) component.getElementsByTagName("implementation").item(0);
        classes.add(implementation.getAttribute("class"));
      }
    }
  }

  private static Element root(InputStream description) throws IOException {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(description)
          .getDocumentElement();
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException(e);
    }
  }
}
