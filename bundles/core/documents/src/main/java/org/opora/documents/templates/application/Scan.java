package org.opora.documents.templates.application;

import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.opora.documents.templates.domain.TemplateFault.Kind;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/**
 * Finds every field below an element and everything that looks like one and cannot be filled. The
 * same way for the check and for the filling, so that what was checked is what is filled.
 */
final class Scan {
  private static final char OBJECT = '\uFFFC';

  /** What stands where, and why it cannot be filled. */
  record Trouble(Kind kind, Element paragraph, String found) {}

  /** A command with its marks, while it is read. */
  private static final class Command {
    private final Command outer;
    private final Element paragraph;
    private final List<Element> pieces = new ArrayList<>();
    private final StringBuilder words = new StringBuilder();
    private Element shown;
    private boolean showing;
    private boolean holdsOther;

    Command(Command outer, Element paragraph) {
      this.outer = outer;
      this.paragraph = paragraph;
    }

    Instruction instruction() {
      return new Instruction(words.toString());
    }
  }

  private final List<Field> fields = new ArrayList<>();
  private final List<Trouble> troubles = new ArrayList<>();
  private final Map<Element, List<Element>> pieces = new IdentityHashMap<>();
  private final Map<Element, Command> inside = new IdentityHashMap<>();
  private final List<Element> paragraphs;
  private final StringBuilder foreign = new StringBuilder();

  private Scan(Element root) {
    paragraphs = Xml.all(root, "p");
  }

  static Scan of(Element root) {
    Scan scan = new Scan(root);
    scan.gather(root);
    scan.commands(root);
    scan.paragraphs.forEach(scan::braces);
    return scan;
  }

  List<Field> fields() {
    return fields;
  }

  List<Trouble> troubles() {
    return troubles;
  }

  List<Element> paragraphs() {
    return paragraphs;
  }

  /** The pieces of each paragraph: what is in its runs, without what is in a text box there. */
  private void gather(Element root) {
    Map<String, Element> foreignPlace = new HashMap<>();
    Xml.each(
        root,
        element -> {
          attributes(element);
          if (Xml.tracked(element)) {
            tracked(element);
          }
          if (piece(element)) {
            Element paragraph = Xml.around(element, "p");
            if (paragraph != null) {
              pieces.computeIfAbsent(paragraph, none -> new ArrayList<>()).add(element);
            }
          }
          foreign(element, foreignPlace);
        });
    if (foreign.indexOf("{{") >= 0) {
      String words = foreign.substring(foreign.indexOf("{{"));
      troubles.add(new Trouble(Kind.PLACE, foreignPlace.get(""), words));
    }
  }

  /**
   * It would leave with the letter, and no page shows what was taken out. Said once of each
   * paragraph.
   */
  private void tracked(Element element) {
    Element around = Xml.around(element, "p");
    Element paragraph =
        around == null ? Xml.all(element, "p").stream().findFirst().orElse(null) : around;
    boolean said =
        troubles.stream()
            .anyMatch(one -> one.kind() == Kind.TRACKED && one.paragraph() == paragraph);
    if (!said) {
      String words = element.getTextContent();
      troubles.add(
          new Trouble(
              Kind.TRACKED,
              paragraph,
              words.isBlank() && paragraph != null ? paragraph.getTextContent() : words));
    }
  }

  /** What a run consists of, without its look. */
  private static boolean piece(Element element) {
    return Xml.is(element.getParentNode(), "r") && !Xml.is(element, "rPr");
  }

  private void attributes(Element element) {
    NamedNodeMap all = element.getAttributes();
    for (int i = 0; i < all.getLength(); i++) {
      String value = all.item(i).getNodeValue();
      if (value.contains("{{")) {
        boolean command = Xml.is(element, "fldSimple");
        troubles.add(
            new Trouble(command ? Kind.INSTRUCTION : Kind.PLACE, Xml.around(element, "p"), value));
      }
    }
  }

  /** Words that are not those of a run: of a formula, a diagram, a name of the document. */
  private void foreign(Element element, Map<String, Element> place) {
    if (Xml.is(element, "t") || Xml.is(element, "delText") || Xml.is(element, "instrText")) {
      return;
    }
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child.getNodeType() == Node.TEXT_NODE || child.getNodeType() == Node.CDATA_SECTION_NODE) {
        int before = foreign.length();
        foreign.append(child.getNodeValue());
        if (foreign.indexOf("{{", Math.max(0, before - 1)) >= 0) {
          place.computeIfAbsent("", none -> Xml.around(element, "p"));
        }
      }
    }
  }

  private void commands(Element root) {
    Deque<Command> open = new ArrayDeque<>();
    List<Command> closed = new ArrayList<>();
    Xml.each(
        root,
        element -> {
          if (Xml.is(element, "fldSimple")) {
            simple(element, !open.isEmpty());
          }
          Element paragraph = Xml.around(element, "p");
          if (paragraph != null && piece(element)) {
            piece(element, paragraph, open, closed);
          }
        });
    closed.forEach(command -> command(command, false));
    open.forEach(command -> command(command, true));
  }

  private void piece(
      Element element, Element paragraph, Deque<Command> open, List<Command> closed) {
    String mark = Xml.is(element, "fldChar") ? Xml.attribute(element, "fldCharType") : "";
    if (mark.equals("begin")) {
      if (!open.isEmpty()) {
        open.peek().holdsOther = true;
      }
      open.push(new Command(open.peek(), paragraph));
    }
    Command command = open.peek();
    if (command == null) {
      return;
    }
    command.pieces.add(element);
    inside.put(element, command);
    if (mark.equals("separate")) {
      command.showing = true;
    } else if (mark.equals("end")) {
      closed.add(open.pop());
    } else if (Xml.is(element, "instrText")) {
      command.words.append(element.getTextContent());
    } else if (command.showing && command.shown == null && Xml.is(element, "t")) {
      command.shown = element;
    }
  }

  private void command(Command command, boolean unfinished) {
    Instruction instruction = command.instruction();
    String words = instruction.words().strip();
    if (words.contains("{{")) {
      troubles.add(
          new Trouble(
              instruction.links() ? Kind.HYPERLINK : Kind.INSTRUCTION, command.paragraph, words));
    } else if (instruction.decides()) {
      troubles.add(new Trouble(Kind.INSTRUCTION, command.paragraph, words));
    } else if (instruction.merges()) {
      boolean whole =
          !unfinished
              && command.outer == null
              && !command.holdsOther
              && command.pieces.stream()
                  .allMatch(piece -> Xml.around(piece, "p") == command.paragraph);
      String name = instruction.name();
      if (!whole || name == null) {
        troubles.add(new Trouble(Kind.INSTRUCTION, command.paragraph, words));
      } else if (!context(command.pieces, command.paragraph, name)) {
        Element at = command.shown == null ? command.pieces.get(0) : command.shown;
        fields.add(new Field.Merge(name, command.paragraph, command.pieces, at));
      }
    }
  }

  private void simple(Element element, boolean within) {
    Instruction instruction = new Instruction(Xml.attribute(element, "instr"));
    Element paragraph = Xml.around(element, "p");
    String words = instruction.words().strip();
    if (words.contains("{{")) {
      return;
    }
    if (instruction.decides()) {
      troubles.add(new Trouble(Kind.INSTRUCTION, paragraph, words));
    } else if (instruction.merges()) {
      String name = instruction.name();
      if (name == null
          || within
          || paragraph == null
          || Xml.around(element, "fldSimple") != null
          || Xml.all(element, "p").size() > 0
          || Xml.all(element, "fldChar").size() > 0
          || Xml.all(element, "fldSimple").size() > 1) {
        troubles.add(new Trouble(Kind.INSTRUCTION, paragraph, words));
      } else if (!context(List.of(element), paragraph, name)) {
        fields.add(new Field.Simple(name, paragraph, element));
      }
    }
  }

  /** Whether it is where a value would not stay, or would not be what it seems. */
  private boolean context(List<Element> among, Element paragraph, String found) {
    for (Element piece : among) {
      for (Node node = piece; node != paragraph; node = node.getParentNode()) {
        Kind kind = kind(node);
        if (kind != null) {
          troubles.add(new Trouble(kind, paragraph, found));
          return true;
        }
      }
    }
    for (Node node = paragraph; node != null; node = node.getParentNode()) {
      if (bound(node)) {
        troubles.add(new Trouble(Kind.PLACE, paragraph, found));
        return true;
      }
    }
    return false;
  }

  private static Kind kind(Node node) {
    if (Xml.is(node, "hyperlink")) {
      return Kind.HYPERLINK;
    }
    return bound(node) || Xml.is(node, "ruby") ? Kind.PLACE : null;
  }

  /** A control that Word fills from elsewhere when the document is opened. */
  private static boolean bound(Node node) {
    if (!Xml.is(node, "sdt")) {
      return false;
    }
    for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (Xml.is(child, "sdtPr")) {
        return !Xml.all((Element) child, "dataBinding").isEmpty();
      }
    }
    return false;
  }

  private void braces(Element paragraph) {
    List<Element> texts = new ArrayList<>();
    List<Integer> starts = new ArrayList<>();
    StringBuilder words = new StringBuilder();
    for (Element piece : pieces.getOrDefault(paragraph, List.of())) {
      if (Xml.is(piece, "t")) {
        texts.add(piece);
        starts.add(words.length());
        words.append(piece.getTextContent());
      } else if (!Xml.is(piece, "delText")
          && !Xml.is(piece, "lastRenderedPageBreak")
          && !Xml.is(piece, "softHyphen")) {
        words.append(Xml.is(piece, "instrText") ? "" : String.valueOf(OBJECT));
      }
    }
    pairs(paragraph, words.toString(), texts, starts);
  }

  private void pairs(Element paragraph, String words, List<Element> texts, List<Integer> starts) {
    int at = 0;
    while (true) {
      int open = words.indexOf("{{", at);
      int close = words.indexOf("}}", at);
      if (open < 0 && close < 0) {
        return;
      }
      if (open < 0 || close >= 0 && close < open) {
        troubles.add(new Trouble(Kind.BRACES, paragraph, around(words, close)));
        at = close + 2;
        continue;
      }
      int next = words.indexOf("{{", open + 2);
      if (close < 0 || next >= 0 && next < close) {
        troubles.add(new Trouble(Kind.BRACES, paragraph, around(words, open)));
        at = open + 2;
        continue;
      }
      pair(paragraph, words, open, close + 2, texts, starts);
      at = close + 2;
    }
  }

  private void pair(
      Element paragraph,
      String words,
      int from,
      int to,
      List<Element> texts,
      List<Integer> starts) {
    String between = words.substring(from + 2, to - 2);
    boolean more = to < words.length() && words.charAt(to) == '}';
    if (more || between.matches("(?s).*[{}\uFFFC].*")) {
      troubles.add(new Trouble(Kind.BRACES, paragraph, around(words, from)));
      return;
    }
    String name =
        Normalizer.normalize(between, Normalizer.Form.NFC).replaceAll("[\\s\\u00A0]+", " ").strip();
    List<Element> mine = new ArrayList<>();
    int first = -1;
    int last = -1;
    int found = Collections.binarySearch(starts, from);
    for (int i = found < 0 ? -found - 2 : found; i < texts.size() && starts.get(i) < to; i++) {
      int start = starts.get(i);
      if (start + texts.get(i).getTextContent().length() > from) {
        mine.add(texts.get(i));
        first = first < 0 ? from - start : first;
        last = to - start;
      }
    }
    for (Element text : mine) {
      Command command = inside.get(text);
      Element simple = Xml.around(text, "fldSimple");
      if (command != null || simple != null) {
        boolean links = command != null && command.instruction().links();
        troubles.add(
            new Trouble(links ? Kind.HYPERLINK : Kind.INSTRUCTION, paragraph, "{{" + name + "}}"));
        return;
      }
    }
    if (!context(mine, paragraph, "{{" + name + "}}")) {
      fields.add(new Field.Braces(name, paragraph, mine, first, last));
    }
  }

  private static String around(String words, int at) {
    return words
        .substring(Math.max(0, at - 20), Math.min(words.length(), at + 30))
        .replace(OBJECT, ' ')
        .strip();
  }
}
