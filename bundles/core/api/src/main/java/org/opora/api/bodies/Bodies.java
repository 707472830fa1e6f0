package org.opora.api.bodies;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.opora.api.access.Viewer;
import org.opora.api.ids.BodyId;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The directory, for records that name a body: they keep its key and the name as it was written on
 * the day, so that a letter still says where it went after the office was renamed. The directory
 * holds no client, and nobody learns here which record names a body.
 */
@ProviderType
public interface Bodies {
  /** Permission to look into the directory. */
  String READ = "registry.directory.read";

  /** Permission to enter and change bodies and their officials. */
  String WRITE = "registry.directory.write";

  /**
   * Bodies of today whose words (name, former names, town, IČO, data box, officials) begin with all
   * of these, by name.
   *
   * @param words as typed; nothing is found without a word
   * @param limit at least 1, at most 100
   * @throws org.opora.api.faults.NotAllowed without {@link #READ}
   */
  List<Line> find(Viewer viewer, String words, int limit);

  /**
   * Lines of these bodies, also of those that are gone. Names of offices and nothing about a
   * person, so it asks for no viewer; keys that are not known are missing.
   */
  Map<BodyId, Line> lines(Collection<BodyId> bodies);

  /** What a body is. */
  enum Kind {
    /** Child-protection authority (OSPOD) or another office of a municipality. */
    AUTHORITY,
    COURT,
    REGION,
    LABOUR_OFFICE,
    SCHOOL,
    DOCTOR,
    /** Another mandated body or service. */
    MANDATED,
    POLICE,
    OTHER
  }

  /**
   * A body in one line.
   *
   * @param town null when it is not known
   * @param dataBox id of the data box; null when there is none
   * @param until last day of the entry; null while it holds
   * @param replacedBy who goes on; null when nobody does
   */
  record Line(
      BodyId id,
      Kind kind,
      String name,
      String town,
      String dataBox,
      LocalDate until,
      BodyId replacedBy) {}
}
