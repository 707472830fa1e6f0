package org.opora.api.standards;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Objects;
import java.util.UUID;
import org.opora.api.access.Viewer;
import org.opora.api.ids.StaffId;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The centre's own papers: code, ethics code, internal rules. Each is kept in versions; a version
 * that was issued is never changed, so that whoever confirmed it has confirmed just these words.
 */
@ProviderType
public interface InternalRules {
  /** Permission to read what was issued and to confirm one's own. */
  String READ = "registry.rules.read";

  /** Permission to write and issue versions, to hand them out and to see who has not confirmed. */
  String WRITE = "registry.rules.write";

  /** What a paper is. */
  enum Kind {
    CODE,
    ETHICS,
    METHOD,
    RULE,
    /** For those who come to the centre. */
    LEAFLET
  }

  /**
   * Adds a paper without any version.
   *
   * @param forCarers whether it is also handed to carers
   * @return key of the paper
   * @throws org.opora.api.faults.Refused with the field of the form
   */
  UUID add(Viewer viewer, Kind kind, String title, boolean forCarers);

  /**
   * Writes the next version of a paper, which nobody but its writers sees before it is issued.
   *
   * @return key of the version
   * @throws org.opora.api.faults.Refused with the field of the form; also while another version of
   *     the paper is being written
   */
  UUID write(Viewer viewer, UUID rule, NewVersion version);

  /**
   * Issues a version and hands it to these colleagues, who get the task to read it.
   *
   * @param readBy last day to confirm; null when it is handed to nobody
   * @throws org.opora.api.faults.Refused with the field of the form
   */
  void issue(Viewer viewer, UUID version, Collection<StaffId> readers, LocalDate readBy);

  /**
   * The viewer has read what was handed to them.
   *
   * @throws org.opora.api.faults.NotFound when the version was not handed to the viewer
   */
  void confirm(Viewer viewer, UUID version);

  /**
   * @param text plain text, at most 100,000 characters
   * @param changes what is different from the version before, at most 2,000 characters, or null
   * @param approvedBy who approved it, such as the board
   */
  record NewVersion(
      String text, String changes, LocalDate validFrom, String approvedBy, LocalDate approvedOn) {
    public NewVersion {
      Objects.requireNonNull(text);
    }
  }
}
