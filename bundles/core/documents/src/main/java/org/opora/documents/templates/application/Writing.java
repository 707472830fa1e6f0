package org.opora.documents.templates.application;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Writes values in the place of fields; the words take the look of what they replace. */
final class Writing {
  private final UnaryOperator<String> values;

  /**
   * @param values by the name of the field; null is nothing
   */
  Writing(UnaryOperator<String> values) {
    this.values = values;
  }

  /** Every field below it, the last first, so that the places of the others stay right. */
  void into(Element root) {
    into(root, Set.of());
  }

  /**
   * @param written paragraphs that hold values already, which may look like fields
   */
  void into(Element root, Set<Element> written) {
    List<Field> fields = Scan.of(root).fields();
    for (int i = fields.size() - 1; i >= 0; i--) {
      Field field = fields.get(i);
      if (!written.contains(field.paragraph())) {
        String value = values.apply(field.name());
        write(field, value == null ? "" : value);
      }
    }
  }

  private static void write(Field field, String value) {
    if (field instanceof Field.Braces braces) {
      write(braces, value);
    } else if (field instanceof Field.Merge merge) {
      insert(merge.at(), value);
      merge.pieces().forEach(Writing::remove);
    } else if (field instanceof Field.Simple simple) {
      write(simple, value);
    }
  }

  private static void write(Field.Braces field, String value) {
    List<Element> texts = field.texts();
    Element first = texts.get(0);
    Element last = texts.get(texts.size() - 1);
    String before = first.getTextContent().substring(0, field.from());
    String after = last.getTextContent().substring(field.to());
    for (Element between : texts.subList(1, texts.size())) {
      set(between, between == last ? after : "");
    }
    Node next = first.getNextSibling();
    if (first == last && !after.isEmpty()) {
      Element rest = Xml.beside(first, "t");
      set(rest, after);
      first.getParentNode().insertBefore(rest, next);
      next = rest;
    }
    set(first, before);
    for (Element piece : pieces(first, value)) {
      first.getParentNode().insertBefore(piece, next);
    }
  }

  private static void write(Field.Simple field, String value) {
    Element element = field.element();
    List<Element> runs = Xml.all(element, "r");
    Element run = runs.isEmpty() ? Xml.beside(element, "r") : runs.get(0);
    for (Node child = run.getFirstChild(); child != null; ) {
      Node next = child.getNextSibling();
      if (!Xml.is(child, "rPr")) {
        run.removeChild(child);
      }
      child = next;
    }
    pieces(run, value).forEach(run::appendChild);
    element.getParentNode().replaceChild(run, element);
  }

  /** With its run, when nothing but a look is left of it. */
  private static void remove(Element piece) {
    Node run = piece.getParentNode();
    run.removeChild(piece);
    for (Node child = run.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (!Xml.is(child, "rPr")) {
        return;
      }
    }
    Xml.remove(run);
  }

  private static void insert(Element at, String value) {
    for (Element piece : pieces(at, value)) {
      at.getParentNode().insertBefore(piece, at);
    }
  }

  /** Words, and between them the marks for a new line and a tabulator. */
  private static List<Element> pieces(Element beside, String value) {
    List<Element> pieces = new ArrayList<>();
    StringBuilder words = new StringBuilder();
    String plain = written(value);
    for (int i = 0; i < plain.length(); i++) {
      char one = plain.charAt(i);
      if (one == '\n' || one == '\t') {
        words(beside, words, pieces);
        pieces.add(Xml.beside(beside, one == '\n' ? "br" : "tab"));
      } else {
        words.append(one);
      }
    }
    words(beside, words, pieces);
    return pieces;
  }

  private static void words(Element beside, StringBuilder words, List<Element> pieces) {
    if (!words.isEmpty()) {
      Element text = Xml.beside(beside, "t");
      set(text, words.toString());
      pieces.add(text);
      words.setLength(0);
    }
  }

  private static void set(Element text, String words) {
    text.setTextContent(words);
    text.setAttributeNS("http://www.w3.org/XML/1998/namespace", "xml:space", "preserve");
  }

  /** As XML can hold it: one kind of line, and a sign for what is no character. */
  static String written(String value) {
    StringBuilder plain = new StringBuilder(value.length());
    String lines = value.replace("\r\n", "\n").replace('\r', '\n');
    lines
        .codePoints()
        .forEach(
            one ->
                plain.appendCodePoint(
                    one == '\n' || one == '\t' || characters(one) ? one : 0xFFFD));
    return plain.toString();
  }

  private static boolean characters(int one) {
    return one >= 0x20 && one <= 0xD7FF || one >= 0xE000 && one <= 0xFFFD || one >= 0x10000;
  }
}
