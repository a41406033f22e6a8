# El programa de un faro · The program of a lighthouse

# Quien lo quiere parar le manda TERM: acaba enseguida · Whoever wants it to stop sends TERM: it ends at once
trap 'exit 143' TERM

# Su página: quién responde y con qué versión · Its page: who answers, and with which version
mkdir -p /www
echo "$(hostname) v$VERSION" > /www/index.html
httpd -p 80 -h /www

while true; do
  sleep 60 &
  wait $!
done
