package org.opora.api.access;

import java.util.List;
import org.opora.api.ids.StaffId;
import org.osgi.annotation.versioning.ProviderType;

/** The trail of who did what. Rows hold keys and codes, never a word of content. */
@ProviderType
public interface AuditTrail {
  /** Permission to read the trail. */
  String READ = "access.audit";

  /**
   * With this begins the detail of a row about what was open to the reader in an emergency and by
   * nothing else.
   */
  String BY_EMERGENCY = "by-emergency";

  /** The same of what was opened to the reader for an inspection. */
  String BY_INSPECTION = "by-inspection";

  /** Permission to have the chain checked: says only whether it holds. */
  String VERIFY = "access.audit-verify";

  /** In the caller's transaction: the row is there exactly when the change is. */
  default void wrote(Viewer viewer, String action, List<Subject> subjects) {
    wrote(viewer, action, subjects, null);
  }

  /**
   * The same for a change of something that is no subject, such as a member of staff.
   *
   * @param detail codes and keys only, such as {@code staff=<key>}; or null
   */
  void wrote(Viewer viewer, String action, List<Subject> subjects, String detail);

  /**
   * One row for one request that showed these subjects; returns when the row is on disk, so that
   * nothing is shown unrecorded.
   */
  default void read(Viewer viewer, String action, List<Subject> subjects) {
    read(viewer, action, subjects, null);
  }

  /**
   * The same for what is taken away as a file.
   *
   * @param detail codes and numbers only, such as {@code list=people;format=csv;rows=12}; or null
   */
  void read(Viewer viewer, String action, List<Subject> subjects, String detail);

  /** A refusal, on its own transaction; returns when it is on disk. */
  void denied(Viewer viewer, String action, List<Subject> subjects, String reason);

  /**
   * Technical or anonymous events: sign-in, start, module changes.
   *
   * @param staff who, or null when nobody is signed in
   * @param detail codes and keys only
   */
  void noted(StaffId staff, String action, String detail);

  /** Seals what is not sealed yet, then checks the whole chain. */
  Verdict verify();

  /**
   * @param rows how many rows were checked
   * @param intact whether every link holds
   * @param firstFault sequence number of the first broken row, or null
   * @param head hash of the last sealed row, in hexadecimal
   */
  record Verdict(long rows, boolean intact, Long firstFault, String head) {}
}
