package org.opora.api.house.spi;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * The numbers that a bundle lets the centre set. They stand on the page of settings as long as the
 * bundle is there; whoever needs one asks {@link org.opora.api.house.Settings}. Those of a bundle
 * that fails are left out, and so is one whose id another bundle has already.
 */
@ConsumerType
public interface CentreSettings {
  List<Setting> settings();
}
