package org.opora.documents.pdf.application;

import java.io.IOException;
import java.io.StringReader;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.opora.documents.pdf.application.PageFault.Reason;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads a page and says everything that would go wrong later or go unnoticed: the engine leaves out
 * what it does not know, and prints a sign for a character that a font lacks.
 */
final class PageReader {
  private static final int MOST_CHARACTERS = 4_000_000;
  private static final int DEEPEST = 60;
  private static final int SHOWN = 40;
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*");
  private static final Pattern REACHES_OUT =
      Pattern.compile("(?i)@import|url\\s*\\(|expression\\s*\\(|\\\\");
  private static final Pattern LINK = Pattern.compile("(?i)(#|https?://|mailto:|tel:).*");
  private static final Set<String> ELEMENTS =
      Set.of(
          "html",
          "head",
          "title",
          "meta",
          "style",
          "body",
          "header",
          "footer",
          "main",
          "section",
          "article",
          "address",
          "div",
          "span",
          "p",
          "br",
          "hr",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "strong",
          "b",
          "em",
          "i",
          "u",
          "s",
          "small",
          "sub",
          "sup",
          "blockquote",
          "pre",
          "ul",
          "ol",
          "li",
          "dl",
          "dt",
          "dd",
          "table",
          "caption",
          "colgroup",
          "col",
          "thead",
          "tbody",
          "tfoot",
          "tr",
          "th",
          "td",
          "a",
          "img");

  private final Fonts fonts;
  private int heading;

  PageReader(Fonts fonts) {
    this.fonts = fonts;
  }

  Document read(String xhtml) throws PageFault {
    if (xhtml.length() > MOST_CHARACTERS) {
      throw new PageFault(Reason.LARGE, "");
    }
    Document page = parse(xhtml);
    Element root = page.getDocumentElement();
    if (!root.getTagName().equals("html")) {
      throw new PageFault(Reason.ELEMENT, root.getTagName());
    }
    if (!LANGUAGE.matcher(root.getAttribute("lang")).matches()) {
      throw new PageFault(Reason.LANGUAGE, "");
    }
    look(root, 1);
    if (titleOf(page).isBlank()) {
      throw new PageFault(Reason.TITLE, "");
    }
    if (page.getElementsByTagName("body").getLength() != 1) {
      throw new PageFault(Reason.ELEMENT, "body");
    }
    return page;
  }

  private static Document parse(String xhtml) throws PageFault {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setXIncludeAware(false);
      factory.setExpandEntityReferences(false);
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setErrorHandler(new DefaultHandler());
      return builder.parse(new InputSource(new StringReader(xhtml)));
    } catch (SAXParseException broken) {
      throw new PageFault(
          Reason.NOT_XHTML, broken.getLineNumber() + ":" + broken.getColumnNumber(), broken);
    } catch (SAXException | IOException | ParserConfigurationException broken) {
      throw new PageFault(Reason.NOT_XHTML, "", broken);
    }
  }

  static String titleOf(Document page) {
    Node title = page.getElementsByTagName("title").item(0);
    return title == null ? "" : title.getTextContent().strip();
  }

  private void look(Element element, int depth) throws PageFault {
    String name = element.getTagName();
    if (depth > DEEPEST) {
      throw new PageFault(Reason.LARGE, name);
    }
    if (!ELEMENTS.contains(name)) {
      throw new PageFault(Reason.ELEMENT, shown(name));
    }
    style(element.getAttribute("style"));
    switch (name) {
      case "style" -> style(element.getTextContent());
      case "a" -> link(element.getAttribute("href"));
      case "img" -> picture(element);
      case "h1", "h2", "h3", "h4", "h5", "h6" -> heading(element);
      case "th" -> scope(element);
      default -> {
        // Nothing that could be wrong.
      }
    }
    for (Node child : children(element)) {
      if (child instanceof Element inside) {
        look(inside, depth + 1);
      } else if (child instanceof Text text && !name.equals("style")) {
        // As one character each, or an accent would be set beside its letter.
        text.setData(Normalizer.normalize(text.getData(), Normalizer.Form.NFC));
        characters(text.getData());
      }
    }
  }

  private static List<Node> children(Element element) {
    List<Node> children = new java.util.ArrayList<>();
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      children.add(child);
    }
    return children;
  }

  private static void style(String css) throws PageFault {
    if (REACHES_OUT.matcher(css).find()) {
      throw new PageFault(Reason.ADDRESS, shown(css.strip()));
    }
  }

  private static void link(String address) throws PageFault {
    if (!address.isEmpty() && !LINK.matcher(address).matches()) {
      throw new PageFault(Reason.ADDRESS, shown(address));
    }
  }

  /** Whoever listens goes from heading to heading. */
  private void heading(Element element) throws PageFault {
    int level = element.getTagName().charAt(1) - '0';
    if (level > heading + 1) {
      throw new PageFault(Reason.HEADING, element.getTagName());
    }
    heading = level;
  }

  /** Whoever listens is told what a cell is about. */
  private static void scope(Element cell) {
    if (!cell.hasAttribute("scope")) {
      boolean ofColumn = cell.getParentNode().getParentNode().getNodeName().equals("thead");
      cell.setAttribute("scope", ofColumn ? "col" : "row");
    }
  }

  private static void picture(Element image) throws PageFault {
    if (!image.hasAttribute("alt")) {
      throw new PageFault(Reason.PICTURE_WORDS, "");
    }
    String source = image.getAttribute("src");
    if (!source.toLowerCase(Locale.ROOT).startsWith("data:")) {
      throw new PageFault(Reason.ADDRESS, shown(source));
    }
    image.setAttribute("src", Picture.redrawn(source));
  }

  private void characters(String text) throws PageFault {
    for (int i = 0; i < text.length(); ) {
      int character = text.codePointAt(i);
      if (!prints(character)) {
        throw new PageFault(
            Reason.CHARACTER, "%s (U+%04X)".formatted(Character.toString(character), character));
      }
      i += Character.charCount(character);
    }
  }

  /** What is written from right to left would be set the wrong way round. */
  private boolean prints(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL, Character.FORMAT -> true;
      default ->
          switch (Character.getDirectionality(character)) {
            case Character.DIRECTIONALITY_RIGHT_TO_LEFT,
                Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC ->
                false;
            default -> fonts.have(character);
          };
    };
  }

  private static String shown(String text) {
    return text.length() > SHOWN ? text.substring(0, SHOWN) : text;
  }
}
