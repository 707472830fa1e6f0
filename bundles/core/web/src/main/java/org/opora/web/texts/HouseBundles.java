package org.opora.web.texts;

import org.osgi.framework.Bundle;

/** Tells bundles of the house and its modules from others, whatever they call themselves. */
public interface HouseBundles {
  boolean ours(Bundle bundle);
}
