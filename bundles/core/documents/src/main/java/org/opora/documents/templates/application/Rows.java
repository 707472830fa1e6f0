package org.opora.documents.templates.application;

import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.opora.documents.templates.domain.Catalogue;
import org.opora.documents.templates.domain.Values;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The rows of tables that are written once for each row of a list. */
final class Rows {
  private static final String WORD_2010 = "http://schemas.microsoft.com/office/word/2010/wordml";
  private static final Set<String> HELD = Set.of("footnoteReference", "endnoteReference");
  private static final Set<String> ONCE =
      Set.of(
          "bookmarkStart",
          "bookmarkEnd",
          "commentRangeStart",
          "commentRangeEnd",
          "commentReference");
  private final Catalogue catalogue;

  Rows(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** The rows with the lists that they name, in their order. */
  Map<Element, Set<String>> of(List<Field> fields) {
    Map<Element, Set<String>> rows = new LinkedHashMap<>();
    for (Field field : fields) {
      String list = catalogue.listOf(field.name());
      Element row = Xml.around(field.paragraph(), "tr");
      if (list != null && row != null) {
        rows.computeIfAbsent(row, none -> new TreeSet<>()).add(list);
      }
    }
    return rows;
  }

  static boolean holds(Element row) {
    return HELD.stream().anyMatch(name -> !Xml.all(row, name).isEmpty());
  }

  /**
   * Writes them.
   *
   * @return the paragraphs that are written, whatever the values in them look like
   */
  Map<Element, Boolean> write(Element root, Values values) {
    Map<Element, Boolean> written = new IdentityHashMap<>();
    of(Scan.of(root).fields())
        .forEach((row, lists) -> repeat(row, lists.iterator().next(), values, written));
    return written;
  }

  private void repeat(Element row, String list, Values values, Map<Element, Boolean> written) {
    Node parent = row.getParentNode();
    Node next = row.getNextSibling();
    boolean first = true;
    for (Map<String, String> one : values.rows(list)) {
      Element copy = (Element) row.cloneNode(true);
      if (!first) {
        onlyOnce(copy);
      }
      first = false;
      // In its place first: a field knows by what is around it whether it can be filled.
      parent.insertBefore(copy, next);
      new Writing(
              name ->
                  list.equals(catalogue.listOf(name))
                      ? one.get(name.substring(list.length() + 1))
                      : values.value(name))
          .into(copy);
      Xml.all(copy, "p").forEach(paragraph -> written.put(paragraph, true));
    }
    parent.removeChild(row);
    tidy(parent);
  }

  /** A table without rows, or a cell without a paragraph, is no document. */
  private static void tidy(Node parent) {
    Node table = parent;
    while (!Xml.is(table, "tbl")) {
      Node outer = table.getParentNode();
      if (Xml.is(table, "sdtContent") && Xml.all((Element) table, "tr").isEmpty()) {
        Node control = outer;
        outer = control.getParentNode();
        outer.removeChild(control);
      }
      table = outer;
    }
    if (Xml.all((Element) table, "tr").isEmpty()) {
      Node around = table.getParentNode();
      around.replaceChild(Xml.beside((Element) table, "p"), table);
    }
  }

  private static void onlyOnce(Element copy) {
    for (String name : ONCE) {
      Xml.all(copy, name).forEach(Xml::remove);
    }
    Xml.each(
        copy,
        element -> {
          element.removeAttributeNS(WORD_2010, "paraId");
          element.removeAttributeNS(WORD_2010, "textId");
        });
  }
}
