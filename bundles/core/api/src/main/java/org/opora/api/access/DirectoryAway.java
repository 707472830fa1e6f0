package org.opora.api.access;

import org.opora.api.text.Text;

/**
 * The directory of the centre cannot be asked: it does not answer, shows another certificate, or
 * does not let Opora search any more. Nothing was decided about anybody's password.
 */
public final class DirectoryAway extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient Text text;

  /**
   * @param text what whoever looks after the computers may do about it; not for those who sign in
   */
  public DirectoryAway(Text text) {
    super(text.key(), null, false, false);
    this.text = text;
  }

  public Text text() {
    return text;
  }
}
