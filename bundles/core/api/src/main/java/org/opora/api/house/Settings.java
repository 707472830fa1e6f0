package org.opora.api.house;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import org.opora.api.access.Viewer;
import org.opora.api.house.spi.Setting;
import org.osgi.annotation.versioning.ProviderType;

/** Numbers that the centre has set for itself. A decision holds from its day on. */
@ProviderType
public interface Settings {
  /** What holds on the day; it is no data about a person, so it asks for no viewer. */
  int number(Setting setting, LocalDate day);

  /**
   * All that the centre has decided, for whoever reckons with the number of many days; it is no
   * data about a person, so it asks for no viewer.
   *
   * @return the number that holds from each day on, within the bounds there are now; empty when the
   *     centre has never decided. Before the first day what is usual holds
   */
  NavigableMap<LocalDate, Integer> numbers(Setting setting);

  /**
   * What holds today and how it came about.
   *
   * @throws org.opora.api.faults.NotAllowed when the viewer neither sees the settings of the house
   *     nor keeps this one
   */
  View view(Viewer viewer, Setting setting);

  /**
   * Decides from a day on. The caller may write more in its own transaction around this one.
   *
   * @param version that of {@link View#version}
   * @param from today or a day to come
   * @param numbers null where nothing was typed; what holds already is not written again
   * @throws org.opora.api.faults.NotAllowed when the viewer decides on one of them neither for the
   *     house nor as its keeper
   * @throws org.opora.api.faults.Refused beside {@code from}, {@code why} or the field of the
   *     setting; also when all hold already
   * @throws org.opora.api.faults.Stale when somebody else decided meanwhile
   */
  void decide(
      Viewer viewer, long version, LocalDate from, String why, Map<Setting, Integer> numbers);

  /**
   * A setting as it stands.
   *
   * @param version for the form; all settings share it
   * @param number that holds today
   * @param decided whether the centre has decided it
   * @param history the decision made last first
   */
  record View(Setting setting, long version, int number, boolean decided, List<Decision> history) {
    public View {
      history = List.copyOf(history);
    }
  }

  /**
   * @param by name of a member of staff
   */
  record Decision(LocalDate from, int number, String why, String by, LocalDate on) {}
}
