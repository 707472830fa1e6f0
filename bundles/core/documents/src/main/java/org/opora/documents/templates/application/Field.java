package org.opora.documents.templates.application;

import java.util.List;
import org.w3c.dom.Element;

/** A place in a paragraph that is to be filled. */
sealed interface Field {
  /** As the template names it. */
  String name();

  Element paragraph();

  /**
   * Two pairs of braces and a name, wherever the program parted the words.
   *
   * @param texts the elements it lies in, the first and the last perhaps with other words
   * @param from where it begins in the first
   * @param to where it ends in the last
   */
  record Braces(String name, Element paragraph, List<Element> texts, int from, int to)
      implements Field {}

  /**
   * A merge field of Word.
   *
   * @param pieces everything it consists of: its marks, its instruction, what was shown last
   * @param at the piece in whose place the value goes
   */
  record Merge(String name, Element paragraph, List<Element> pieces, Element at) implements Field {}

  /** A merge field that is one element around what was shown last. */
  record Simple(String name, Element paragraph, Element element) implements Field {}
}
