package org.opora.api.persistence;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The database server of a house that does not run, for the restore of a backup. It is used outside
 * the framework, by the launcher and the remote control, and found there by {@link
 * java.util.ServiceLoader}. An embedded database has none: its folder is exchanged.
 */
@ProviderType
public interface IdleDatabase {
  /**
   * Where the database is, as the product is told at its start.
   *
   * @param url JDBC URL
   * @param user null where the database asks for none
   * @param passwordFile null where the database asks for none
   */
  record Address(String url, String user, Path passwordFile) {}

  /** Whether this is the one for such a JDBC URL. */
  boolean knows(String url);

  /**
   * Id of the house whose tables are there, as in {@code pair.id} of its data folder; empty when
   * there is no house.
   *
   * @throws IOException when the database does not answer
   */
  Optional<String> house(Address address) throws IOException;

  /**
   * Writes a copy of all tables of the house into the empty folder.
   *
   * @throws IOException when the database does not answer or the folder cannot be written
   */
  void copyTo(Address address, Path folder) throws IOException;

  /**
   * Replaces every table of the house by those of a copy, all or nothing.
   *
   * @throws IOException when it was not done; the database is as it was
   * @throws IllegalStateException when the connection broke while it was committed, so that it is
   *     not known whether it was done; the same call again settles it
   */
  void replaceBy(Address address, Path copy) throws IOException;
}
