package org.opora.api.kin;

import java.time.LocalDate;
import java.util.List;
import org.opora.api.access.Viewer;
import org.opora.api.ids.PersonId;
import org.opora.api.people.PersonName;
import org.opora.api.text.Text;
import org.osgi.annotation.versioning.ProviderType;

/** Relatives of a child whom the register knows, for choosing among them. */
@ProviderType
public interface Relatives {
  /**
   * Relatives of the child under every key, one entry for each relationship: whoever is related
   * twice is there twice. Those who are so now come first; what was struck out is not there, nor
   * anybody behind a wall for the viewer. A page that shows them counts those who are not hidden as
   * shown.
   *
   * @throws org.opora.api.faults.NotFound when the viewer may not know of the child
   */
  List<Relative> of(Viewer viewer, PersonId child);

  /**
   * Somebody related to the child. Of whom the viewer may not see it says what they are, and only
   * where the relationship was written down in the work with a file of the viewer's.
   *
   * @param person key under which the viewer opens the relative; null when they may not see them
   * @param name null with the person
   * @param born null with the person, and when the day is not known
   * @param role what the relative is to the child
   * @param word the same in words, such as mother or grandfather; without the sex of a hidden one
   * @param past whether it is over on the viewer's day; never what holds for life
   */
  record Relative(
      PersonId person, PersonName name, LocalDate born, Role role, Text word, boolean past) {
    /** Whether the viewer may not see who it is. */
    public boolean hidden() {
      return person == null;
    }
  }
}
