package org.opora.registry.house.application;

/** Permissions about the mandate and the settings of the centre. No client is in either. */
public final class House {
  public static final String READ = "registry.house.read";

  public static final String WRITE = "registry.house.write";

  private House() {}
}
