package org.opora.documents.templates.domain;

import org.opora.api.text.Text;
import org.opora.documents.shared.Sentence;

/**
 * One thing that keeps a template outside.
 *
 * @param part the story it is in
 * @param number of the part where there are several; 0 where there is one
 * @param paragraph from 1; 0 when it is in no paragraph
 * @param found what stands there, cut where it is long
 * @param nearest the known name that is most like it; empty when none is
 */
public record TemplateFault(
    Kind kind, Part part, int number, int paragraph, String found, String nearest) {

  /** Each has its sentence. */
  public enum Kind {
    /** No file of the kind, locked, with macros: the reason is a sentence of its own. */
    NOT_DOCX,
    UNKNOWN,
    /** Unknown, and much like one that is known. */
    MISSPELT,
    /** Braces that nobody opened or closed, or something else between them. */
    BRACES,
    HYPERLINK,
    /** Part of a command of Word: a condition, a switch, a field in another one. */
    INSTRUCTION,
    /** Part of a change that nobody has accepted or rejected. */
    TRACKED,
    /** Where nothing is filled: the words of a picture, a formula, a comment. */
    PLACE,
    /** A column of a list outside the row of a table, which would be repeated. */
    LIST_OUTSIDE,
    /** Columns of two lists in one row. */
    TWO_LISTS,
    /** A row that is repeated within another one. */
    LIST_IN_LIST,
    /** A row that is repeated holds something that may be there once, such as a footnote. */
    ROW_HOLDS,
    /** What somebody noted beside the text would leave with the letter. */
    COMMENTS,
    /** Another document that would be put into the letter when it is opened. */
    CHUNK,
    /** A signed template would not be signed any more. */
    SIGNED
  }

  /** The stories of a document. */
  public enum Part {
    WHOLE,
    BODY,
    HEADER,
    FOOTER,
    FOOTNOTES,
    ENDNOTES,
    OTHER
  }

  private static final int SHOWN = 60;

  public TemplateFault {
    found = found.length() > SHOWN ? found.substring(0, SHOWN) : found;
  }

  /** The sentence with its place, for whoever wrote the template. */
  public Text text() {
    Text story = Sentence.of("template.part", part, number);
    Text place = paragraph == 0 ? story : Text.of(story.origin(), "template.at", story, paragraph);
    return Sentence.of("template", kind, place, found, nearest);
  }
}
