/** A WordPress export of one post with so many comments: every third answers the one before it. */
export function wxrOf(count: number, { link = 'https://lantern.example/ferry/' } = {}): string {
  const comments = Array.from({ length: count }, (_, index) => {
    const id = index + 1;
    const minute = String(index % 60).padStart(2, '0');
    const hour = String(Math.floor(index / 60) % 24).padStart(2, '0');
    const day = String(1 + (Math.floor(index / 1440) % 28)).padStart(2, '0');
    return `<wp:comment><wp:comment_id>${id}</wp:comment_id><wp:comment_author><![CDATA[Reader ${id % 97}]]></wp:comment_author><wp:comment_date_gmt>2026-03-${day} ${hour}:${minute}:00</wp:comment_date_gmt><wp:comment_content><![CDATA[Comment number ${id} says that the <em>ferry</em> stays.\n\nAnd gives a reason.]]></wp:comment_content><wp:comment_approved>1</wp:comment_approved><wp:comment_type>comment</wp:comment_type><wp:comment_parent>${id % 3 === 0 ? id - 1 : 0}</wp:comment_parent><wp:commentmeta><wp:meta_key>wpdiscuz_votes</wp:meta_key><wp:meta_value>${id % 7}</wp:meta_value></wp:commentmeta></wp:comment>`;
  });
  return `<?xml version="1.0"?><rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/"><channel><pubDate>Tue, 17 Mar 2026 12:00:00 +0000</pubDate><item><title>Ferry</title><link>${link}</link><wp:post_id>5</wp:post_id>${comments.join('\n')}</item></channel></rss>`;
}
