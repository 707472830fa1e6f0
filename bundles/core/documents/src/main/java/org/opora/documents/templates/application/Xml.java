package org.opora.documents.templates.application;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** The parts of a document of Word as trees. */
final class Xml {
  private static final Set<String> WORD =
      Set.of(
          "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
          "http://purl.oclc.org/ooxml/wordprocessingml/main");

  /** No program nests as far; whoever copies or writes a tree goes down one call for each level. */
  private static final int DEEPEST = 256;

  private Xml() {}

  private static int depth(Element root) {
    int deepest = 1;
    int depth = 1;
    Node node = root;
    while (node != null) {
      if (node.getFirstChild() != null) {
        node = node.getFirstChild();
        depth++;
        deepest = Math.max(deepest, depth);
        continue;
      }
      while (node != root && node.getNextSibling() == null) {
        node = node.getParentNode();
        depth--;
      }
      node = node == root ? null : node.getNextSibling();
    }
    return deepest;
  }

  static Document read(byte[] part) throws IOException {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
      factory.setNamespaceAware(true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setErrorHandler(new DefaultHandler());
      Document read = builder.parse(new ByteArrayInputStream(part));
      if (depth(read.getDocumentElement()) > DEEPEST) {
        throw new IOException("too deep");
      }
      return read;
    } catch (SAXException | ParserConfigurationException broken) {
      throw new IOException(broken);
    }
  }

  static byte[] written(Document part) {
    try {
      part.setXmlStandalone(true);
      TransformerFactory factory = TransformerFactory.newDefaultInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      Transformer writer = factory.newTransformer();
      writer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      writer.transform(new DOMSource(part), new StreamResult(out));
      return out.toByteArray();
    } catch (TransformerException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Whether it is the element of Word that is called so. */
  static boolean is(Node node, String name) {
    return node instanceof Element
        && name.equals(node.getLocalName())
        && WORD.contains(node.getNamespaceURI());
  }

  /** Whether it is part of a change that nobody has accepted or rejected. */
  static boolean tracked(Node node) {
    return is(node, "ins") || is(node, "del") || is(node, "moveFrom") || is(node, "moveTo");
  }

  /** The elements of Word that are called so, in their order, the root among them. */
  static List<Element> all(Element root, String name) {
    List<Element> all = new ArrayList<>();
    each(
        root,
        element -> {
          if (is(element, name)) {
            all.add(element);
          }
        });
    return all;
  }

  /** Every element in its order, the root first. */
  static void each(Element root, Consumer<Element> work) {
    Node node = root;
    while (node != null) {
      if (node instanceof Element element) {
        work.accept(element);
      }
      Node next = node.getFirstChild();
      while (next == null && node != root) {
        next = node.getNextSibling();
        if (next == null) {
          node = node.getParentNode();
        }
      }
      node = next;
    }
  }

  /** The nearest element around it that is called so; null when there is none. */
  static Element around(Node node, String name) {
    Node parent = node.getParentNode();
    while (parent != null && !is(parent, name)) {
      parent = parent.getParentNode();
    }
    return (Element) parent;
  }

  /** An element of Word beside another one. */
  static Element beside(Element other, String name) {
    String prefix = other.getPrefix();
    return other
        .getOwnerDocument()
        .createElementNS(
            other.getNamespaceURI(),
            prefix == null || prefix.isEmpty() ? name : prefix + ":" + name);
  }

  static String attribute(Element element, String name) {
    String value = element.getAttributeNS(element.getNamespaceURI(), name);
    return value.isEmpty() ? element.getAttribute(name) : value;
  }

  static void remove(Node node) {
    node.getParentNode().removeChild(node);
  }
}
