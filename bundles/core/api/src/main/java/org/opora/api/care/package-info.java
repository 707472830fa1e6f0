/** The key worker's visits. */
@Export
@Version("2.0.0")
package org.opora.api.care;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
