package org.opora.documents.content.domain;

import org.opora.api.text.Text;
import org.opora.documents.shared.Sentence;

/** Why a file is not taken in. Checked: whoever sent it is told what to do. */
public final class ContentFault extends Exception {
  private static final long serialVersionUID = 1L;

  /** Each has its sentence. */
  public enum Reason {
    EMPTY,
    LARGE,
    /** Cut off, or not what its beginning says. */
    DAMAGED,
    /** Two programs would see two different files in it. */
    TWO_KINDS,
    /** It would do something when it is opened. */
    MACROS,
    /** It would fetch something from elsewhere when it is opened. */
    REMOTE,
    /** HTML, SVG and the like. */
    MARKUP,
    EXECUTABLE,
    ARCHIVE,
    /** A document with other files inside. */
    NESTED,
    /** It would fill the memory of whoever opens it. */
    BOMB,
    /** Nobody can see what is in it. */
    ENCRYPTED,
    /** Of an Office before 2007, where macros cannot be told from words. */
    OLD_OFFICE,
    /** A picture or a recording of another kind. */
    MEDIA,
    /** Words, but not in UTF-8. */
    ENCODING,
    UNKNOWN
  }

  private final Reason reason;
  private final int megabytes;

  /**
   * @param megabytes that would have been taken
   */
  static ContentFault large(int megabytes) {
    return new ContentFault(Reason.LARGE, megabytes, null);
  }

  public ContentFault(Reason reason) {
    this(reason, null);
  }

  public ContentFault(Reason reason, Throwable cause) {
    this(reason, 0, cause);
  }

  private ContentFault(Reason reason, int megabytes, Throwable cause) {
    super(reason.name(), cause);
    this.reason = reason;
    this.megabytes = megabytes;
  }

  public Reason reason() {
    return reason;
  }

  /** The sentence for whoever sent it. */
  public Text text() {
    return reason == Reason.LARGE
        ? Sentence.of("content", reason, megabytes)
        : Sentence.of("content", reason);
  }
}
