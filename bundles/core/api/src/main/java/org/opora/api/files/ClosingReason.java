package org.opora.api.files;

import java.util.List;

/**
 * Why the work in a file is over: the codes of the list {@link #LIST} that every centre begins
 * with. What is offered and how it reads is the centre's ({@link org.opora.api.choices.Choices}).
 */
public final class ClosingReason {
  public static final String LIST = "closing-reasons";

  public static final String AIM_MET = "AIM_MET";
  public static final String AGREEMENT_ENDED = "AGREEMENT_ENDED";

  /** Those the file is about wish no more. */
  public static final String CLIENT_ENDED = "CLIENT_ENDED";

  /** They have not come or answered for long. */
  public static final String NO_CONTACT = "NO_CONTACT";

  public static final String MOVED = "MOVED";

  /** Somebody else goes on with them. */
  public static final String PASSED_ON = "PASSED_ON";

  /** Applicants have been turned down. */
  public static final String TURNED_DOWN = "TURNED_DOWN";

  public static final String DIED = "DIED";

  /**
   * It was opened by mistake; nothing came of it. The program alone says so, of a file in which
   * nobody has worked.
   */
  public static final String MISTAKE = "MISTAKE";

  public static final String OTHER = "OTHER";

  /** In the order in which they are offered at first. */
  public static final List<String> FIRST =
      List.of(
          AIM_MET,
          AGREEMENT_ENDED,
          CLIENT_ENDED,
          NO_CONTACT,
          MOVED,
          PASSED_ON,
          TURNED_DOWN,
          DIED,
          MISTAKE,
          OTHER);

  private ClosingReason() {}
}
