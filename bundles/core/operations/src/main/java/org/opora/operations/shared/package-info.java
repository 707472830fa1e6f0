/** Small tools that several subjects use. */
package org.opora.operations.shared;
