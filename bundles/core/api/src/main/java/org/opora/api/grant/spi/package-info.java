/** What a law pack says about the state contribution. */
@Export
@Version("1.1.0")
package org.opora.api.grant.spi;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
