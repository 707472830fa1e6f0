package org.opora.api.persistence;

import java.time.LocalDate;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Care for the key of the house, under which all data keys are wrapped. Only for the remote
 * control: what these methods give opens everything.
 */
@ProviderType
public interface MasterKeys {
  /**
   * How the key is kept.
   *
   * @param generation 1, and one more with every renewal
   * @param typed whether it lies in no file and is typed at every start
   * @param shown day on which it was shown to be put on paper; null when it never was
   * @param renewing whether another key waits for the next start
   */
  record State(int generation, boolean typed, LocalDate shown, boolean renewing) {}

  State state();

  /**
   * The key, to be put on paper, in the lines of {@link PaperKey}: once, so that there is one paper
   * and no second one that nobody knows of.
   *
   * @throws org.opora.api.faults.Refused when it was shown before
   */
  List<String> sheet();

  /**
   * Makes another key that takes the place of the present one at the next start, whole or not at
   * all, and gives its sheet. Until then the present one counts. Asked again, it makes yet another.
   */
  List<String> renew();
}
