package org.opora.registry.intake.application;

/** Permissions of first contact. */
public final class Intake {
  /** To see entries of intake and inquiries: one's own, or all for who works at intake. */
  public static final String READ = "registry.intake.read";

  /** To write them. */
  public static final String WRITE = "registry.intake.write";

  /** To see requests of carers. */
  public static final String REQUESTS = "registry.request.read";

  /** To record and to answer them. */
  public static final String REQUESTS_WRITE = "registry.request.write";

  /** To set the figures of the centre and to file the return of a year. */
  public static final String RETURN = "registry.intake.return";

  private Intake() {}
}
