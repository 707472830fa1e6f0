/** Reading packages, and changing what is installed. */
package org.opora.operations.modules.application;
