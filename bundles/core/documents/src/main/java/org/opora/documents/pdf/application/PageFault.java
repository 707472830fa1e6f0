package org.opora.documents.pdf.application;

import org.opora.api.text.Text;
import org.opora.documents.shared.Sentence;

/** Why no PDF can be made of a page. Checked: whoever writes a letter has an answer for it. */
public final class PageFault extends Exception {
  private static final long serialVersionUID = 1L;

  /** Each has its sentence. */
  public enum Reason {
    /** Not well-formed; the place is line and column. */
    NOT_XHTML,
    /** The page does not say in which language it is written. */
    LANGUAGE,
    /** The page has no title. */
    TITLE,
    /** An element that letters do not have; the place is its name. */
    ELEMENT,
    /** The first heading is no h1, or a level is left out; the place is its name. */
    HEADING,
    /** Something that would have to be fetched; the place is its beginning. */
    ADDRESS,
    /** A picture that is no JPEG or PNG, damaged or too large. */
    PICTURE,
    /** A picture without words for those who do not see it. */
    PICTURE_WORDS,
    /** A character that the fonts do not have; the place is the character. */
    CHARACTER,
    /** More characters than any letter has, or elements far too deep in each other. */
    LARGE,
    /** More pages than any letter has. */
    PAGES,
    /** Everything else; the cause says it. */
    FAILED
  }

  private final Reason reason;
  private final String place;

  PageFault(Reason reason, String place) {
    this(reason, place, null);
  }

  PageFault(Reason reason, String place, Throwable cause) {
    super(place.isEmpty() ? reason.name() : reason + " " + place, cause);
    this.reason = reason;
    this.place = place;
  }

  public Reason reason() {
    return reason;
  }

  /** Where it is; empty when it is the whole page. */
  public String place() {
    return place;
  }

  /** The sentence for whoever wrote the letter. */
  public Text text() {
    return Sentence.of("pdf", reason, place);
  }
}
