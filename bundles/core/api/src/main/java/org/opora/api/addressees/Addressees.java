package org.opora.api.addressees;

import java.util.List;
import org.opora.api.access.Viewer;
import org.opora.api.ids.BodyId;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.people.PersonName;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Who gets the report on the course of foster care: the carers, the authority of the carers and the
 * authority of each child, each office of the directory once. Whoever writes a report gives every
 * addressee the parts that are named here and no other one: an office learns of no child that is
 * not its own. An office that is known by its name alone may be one of several, so it stands by
 * itself for each child.
 */
@ProviderType
public interface Addressees {
  /**
   * The addressees of today. People whom the viewer may not see are left out, and their offices
   * with them.
   *
   * @throws org.opora.api.faults.NotAllowed when the viewer may not see the file
   */
  Report report(Viewer viewer, CaseFileId file);

  /**
   * @param to carers first, then offices
   * @param missing what has to be found out before everybody can get it
   */
  record Report(List<Addressee> to, List<Missing> missing) {
    public Report {
      to = List.copyOf(to);
      missing = List.copyOf(missing);
    }
  }

  /**
   * Somebody who gets the report.
   *
   * @param carer null for an office
   * @param body in the directory; null for a carer, and for an office that is not there
   * @param name of the carer or of the office as it is called now
   * @param town of the office, which tells it from another one of that name; null when it is not
   *     known
   * @param dataBox of the office; null when none is known
   * @param ofCarers whether it is the office of the carers
   * @param children whose part they get, beside that on the family
   */
  record Addressee(
      PersonId carer,
      BodyId body,
      String name,
      String town,
      String dataBox,
      boolean ofCarers,
      List<Named> children) {
    public Addressee {
      children = List.copyOf(children);
    }

    public boolean office() {
      return carer == null;
    }
  }

  /** A person with a name. */
  record Named(PersonId person, PersonName name) {}

  /** Of whom something has to be found out. */
  record Missing(Named whom, boolean child, Lack lack) {}

  /** What is missing. */
  enum Lack {
    /** Nobody has written down which authority it is. */
    UNKNOWN,
    /** The office is closed, and the directory does not say who goes on. */
    GONE,
    /** It would tell where somebody is, and the viewer is not to learn that. */
    NOT_SHOWN
  }
}
