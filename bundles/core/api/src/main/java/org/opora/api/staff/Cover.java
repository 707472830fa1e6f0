package org.opora.api.staff;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.opora.api.access.Viewer;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.StaffId;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Who is away, and which families nobody looks after meanwhile. Names and days; never why somebody
 * is away.
 */
@ProviderType
public interface Cover {
  /**
   * Key workers who are away on the day and lead families that the viewer may see under the
   * permission, by name.
   */
  List<Away> away(Viewer viewer, String permission, LocalDate day);

  /**
   * On which of these days the key worker of a file was or is away and nobody stands in. It asks
   * for no viewer; the caller asks only for files that the viewer may see.
   *
   * @return the earliest first; files without such a day are missing
   */
  Map<CaseFileId, List<Gap>> gaps(Collection<CaseFileId> files, LocalDate from, LocalDate until);

  /**
   * @param until last day away
   * @param files those they lead on the day, as far as the viewer may see them
   */
  record Away(StaffId staff, String name, LocalDate from, LocalDate until, List<CaseFileId> files) {
    public Away {
      files = List.copyOf(files);
    }
  }

  /**
   * Days on end without anybody.
   *
   * @param name of the key worker who is away
   */
  record Gap(String name, LocalDate from, LocalDate until) {}
}
