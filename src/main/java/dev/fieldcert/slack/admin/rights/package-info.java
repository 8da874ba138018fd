/** People's rights over their data: access and erasure. */
package dev.fieldcert.slack.admin.rights;
