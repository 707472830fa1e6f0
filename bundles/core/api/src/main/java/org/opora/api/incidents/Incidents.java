package org.opora.api.incidents;

/**
 * Incidents and notifications of suspected harm: who may have to do with them. They are read by the
 * key worker and the deputy of the file, by whoever may see all of them, and by colleagues who did
 * something about them.
 */
public final class Incidents {
  public static final String READ = "registry.incident.read";
  public static final String WRITE = "registry.incident.write";

  private Incidents() {}
}
