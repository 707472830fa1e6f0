/** How people are related. */
@Export
@Version("1.0.0")
package org.opora.api.kin;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
