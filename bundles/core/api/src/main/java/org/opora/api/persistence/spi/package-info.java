/** What a bundle with tables contributes. */
@Export
@Version("1.1.0")
package org.opora.api.persistence.spi;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
