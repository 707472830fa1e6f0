package org.opora.api.access;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The directory of the centre (LDAP, Active Directory), in which colleagues may keep the password
 * they sign in with. It says nothing but whether a password fits: who has an account, and what it
 * may do, stays here. Whoever looks after the computers connects it.
 */
@ProviderType
public interface Directory {
  /**
   * How it is asked, without the password of Opora there; empty when none is connected.
   *
   * @throws org.opora.api.faults.Refused when what was written down about it cannot be used
   */
  Optional<Connection> connection();

  /**
   * Asks it in this way from now on, in the place of the one before. It is tried first, and nothing
   * changes when it does not answer.
   *
   * @param password of the account under which Opora searches; wiped after use
   * @param certificates in PEM: the directory's own, or of the authority that vouches for it; null
   *     for a plain one on this computer
   * @throws org.opora.api.faults.Refused when it is not written as it should be, or plain to
   *     another computer
   * @throws DirectoryAway when it does not answer
   */
  void connect(Connection connection, char[] password, String certificates);

  /**
   * Nobody signs in through it any more.
   *
   * @return how many accounts that concerns
   */
  long disconnect();

  /**
   * Tries it, with a name that somebody signs in with there.
   *
   * @throws org.opora.api.faults.Refused when none is connected
   * @throws DirectoryAway when it does not answer
   */
  Finding look(String signInName);

  /** What is under a name. */
  enum Finding {
    FOUND,
    UNKNOWN,
    /** More than one entry: then nobody comes in under it. */
    SEVERAL,
    /** Closed there: then nobody comes in under it either. */
    CLOSED
  }

  /**
   * @param address {@code ldaps://name:636}, or {@code ldap://name:389}, which is secured with
   *     StartTLS before anything is said
   * @param plain without TLS, which is for this computer itself only
   * @param account under which Opora searches there
   * @param base below which the entries of the staff lie
   * @param attribute that holds the sign-in name, such as {@code uid} or {@code sAMAccountName}
   * @param filter that an entry has to meet beside the name; null when every entry counts
   */
  record Connection(
      String address,
      boolean plain,
      String account,
      String base,
      String attribute,
      String filter) {}
}
