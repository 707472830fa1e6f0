package org.opora.documents.pdf.application;

import java.util.ArrayDeque;
import java.util.Deque;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Bookmarks out of the headings, so that nobody writes them twice. */
final class Outline {
  private static final int DEEPEST = 3;

  private record Level(int heading, Element bookmark) {}

  private final Document page;
  private final Deque<Level> open = new ArrayDeque<>();
  private int count;

  private Outline(Document page) {
    this.page = page;
  }

  static void add(Document page) {
    new Outline(page).add();
  }

  private void add() {
    Element bookmarks = page.createElement("bookmarks");
    open.push(new Level(0, bookmarks));
    walk(page.getElementsByTagName("body").item(0));
    if (bookmarks.hasChildNodes()) {
      page.getElementsByTagName("head").item(0).appendChild(bookmarks);
    }
  }

  private void walk(Node node) {
    for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element element) {
        int heading = heading(element.getTagName());
        if (heading > 0 && heading <= DEEPEST && !element.getTextContent().isBlank()) {
          mark(element, heading);
        }
        walk(element);
      }
    }
  }

  private static int heading(String name) {
    return name.matches("h[1-6]") ? name.charAt(1) - '0' : 0;
  }

  private void mark(Element element, int heading) {
    if (!element.hasAttribute("id")) {
      element.setAttribute("id", "opora-heading-" + ++count);
    }
    Element bookmark = page.createElement("bookmark");
    bookmark.setAttribute("name", element.getTextContent().strip().replaceAll("\\s+", " "));
    bookmark.setAttribute("href", "#" + element.getAttribute("id"));
    while (open.peek().heading() >= heading) {
      open.pop();
    }
    open.peek().bookmark().appendChild(bookmark);
    open.push(new Level(heading, bookmark));
  }
}
